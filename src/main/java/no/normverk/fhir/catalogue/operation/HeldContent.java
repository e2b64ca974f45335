package no.normverk.fhir.catalogue.operation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;
import no.normverk.catalogue.BoundContent;
import no.normverk.fhir.Snapshot;
import no.normverk.store.StoredResource;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Versions;
import org.jspecify.annotations.Nullable;

/**
 * Content that a product binds, as this server has it.
 *
 * @param version the version that answers here; empty when it has none
 * @param link an address on this server under which it is read; empty when it can be asked about by its canonical only
 */
record HeldContent(Optional<String> version, Optional<String> link) {

    /** The content, empty when this server does not have it in the version that is bound. */
    static Optional<HeldContent> find(Snapshot snapshot, String baseUrl, BoundContent bound) {
        String wanted = bound.version().orElse(null);
        if (bound.kind() == BoundContent.Kind.CODE_SYSTEM) {
            CodeSystemVersion system = snapshot.registry().codeSystem(bound.canonical(), wanted);
            return Optional.ofNullable(system).map(found -> codeSystem(snapshot, baseUrl, found));
        }
        return stored(snapshot, bound.kind().resourceType(), bound.canonical(), wanted)
                .map(resource -> new HeldContent(Optional.ofNullable(resource.version()), Optional.of(link(baseUrl, resource))));
    }

    private static HeldContent codeSystem(Snapshot snapshot, String baseUrl, CodeSystemVersion system) {
        String url = system.header().url();
        Optional<String> link = stored(snapshot, "CodeSystem", url, system.header().version())
                .map(resource -> link(baseUrl, resource))
                .or(() -> implicit(snapshot, baseUrl, url));
        return new HeldContent(Optional.ofNullable(system.header().version()), link);
    }

    /** A large system is no resource that could be read whole, but its implicit value set of all codes can be paged through. */
    private static Optional<String> implicit(Snapshot snapshot, String baseUrl, String url) {
        String all = url + "?fhir_vs";
        return snapshot.registry().valueSet(all, null) == null
                ? Optional.empty()
                : Optional.of(baseUrl + "/ValueSet/$expand?count=100&url=" + URLEncoder.encode(all, StandardCharsets.UTF_8));
    }

    private static Optional<StoredResource> stored(Snapshot snapshot, String type, String url, @Nullable String version) {
        return snapshot.resources().stream()
                .filter(resource -> resource.type().equals(type) && url.equals(resource.url()))
                .filter(resource -> version == null || version.equals(resource.version()))
                .max(Comparator.comparing(resource -> resource.version() == null ? "" : resource.version(), Versions.ASCENDING));
    }

    private static String link(String baseUrl, StoredResource resource) {
        return baseUrl + "/" + resource.type() + "/" + resource.id();
    }
}
