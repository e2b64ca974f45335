package no.normverk.fhir.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.normverk.authoring.LocalText;
import no.normverk.authoring.PartialDate;
import no.normverk.catalogue.BoundContent;
import no.normverk.catalogue.DocumentType;
import no.normverk.catalogue.EifLayer;
import no.normverk.catalogue.Identifier;
import no.normverk.catalogue.LifecycleStatus;
import no.normverk.catalogue.ManagementPhase;
import no.normverk.catalogue.NormativeLevel;
import no.normverk.catalogue.NormativeProduct;
import no.normverk.catalogue.Revision;
import no.normverk.catalogue.RevisionKind;
import no.normverk.catalogue.Source;

/**
 * Reads a {@code Library} with the profile {@code no-normerende-produkt} back into the product it stands for: the other
 * direction of {@link LibraryWriter}. The catalogue answers from what is stored, whoever wrote it.
 */
public final class LibraryReader {

    private static final String SEEN = "sett ";
    private static final String FORMER = "tidligere adresse";

    private final ExtensionReader library;
    private final JsonNode json;

    private LibraryReader(JsonNode json) {
        this.json = json;
        this.library = new ExtensionReader(json);
    }

    /** Whether the resource says that it is a normative product. */
    public static boolean isProduct(JsonNode library) {
        for (JsonNode profile : library.path("meta").path("profile")) {
            if (profile.asText().equals(Canonical.PROFILE)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The product that a Library stands for.
     *
     * @throws IllegalArgumentException when it has a code, date or number that the profile does not allow, or lacks what it demands
     */
    public static NormativeProduct read(JsonNode library) {
        return new LibraryReader(library).product();
    }

    private NormativeProduct product() {
        return new NormativeProduct(
                json.path("id").asText(),
                text("title").orElseThrow(() -> new IllegalArgumentException("Library.title is missing")),
                text("description"),
                version(),
                library.coded("normeringsniva", NormativeLevel.class),
                library.coded("dokumenttype", DocumentType.class),
                library.coded("livssyklus", LifecycleStatus.class),
                library.coded("forvaltningsfase", ManagementPhase.class),
                member(json, "publisher"),
                identifiers(),
                library.all("alternativt-navn", value -> value.path("valueString").asText()),
                topics(),
                library.all("underliggende-standard", ExtensionReader::code),
                library.allCoded("eif-lag", EifLayer.class),
                dates(),
                library.all("revision", LibraryReader::revision),
                library.all("profil-av", value -> Canonical.key(value.path("valueCanonical").asText())),
                lineage("predecessor"),
                bound(),
                documentation(false).stream().findFirst(),
                documentation(true),
                library.all("obligation", ObligationExtensionReader::read),
                sources(),
                unverified());
    }

    /** The publisher's version; a year of the edition was put there by the writer and is read from the number. */
    private Optional<String> version() {
        Optional<String> version = member(json, "version");
        return version.filter(written -> identifiers().stream()
                .noneMatch(number -> number.edition().isPresent() && written.equals(String.valueOf(number.edition().getAsInt()))));
    }

    private Optional<LocalText> text(String name) {
        return member(json, name).map(nb -> {
            Map<String, String> translations = new LinkedHashMap<>();
            for (JsonNode translation : json.path("_" + name).path("extension")) {
                ExtensionReader parts = new ExtensionReader(translation);
                parts.part("lang").ifPresent(language -> translations.put(
                        language.path("valueCode").asText(),
                        parts.part("content").map(content -> content.path("valueString").asText()).orElse("")));
            }
            return new LocalText(nb, Optional.ofNullable(translations.get("nn")), Optional.ofNullable(translations.get("en")));
        });
    }

    private List<Identifier> identifiers() {
        List<Identifier> identifiers = new ArrayList<>();
        for (JsonNode identifier : json.path("identifier")) {
            Identifier.parse(identifier.path("value").asText()).ifPresent(identifiers::add);
        }
        return identifiers;
    }

    private List<String> topics() {
        List<String> topics = new ArrayList<>();
        for (JsonNode topic : json.path("topic")) {
            topics.add(topic.path("coding").path(0).path("code").asText());
        }
        return topics;
    }

    /** {@code date} is the last update where there was one, else the publication. */
    private NormativeProduct.Dates dates() {
        Optional<PartialDate> published = date(json.path("effectivePeriod"), "start");
        Optional<PartialDate> date = date(json, "date").filter(changed -> !published.equals(Optional.of(changed)));
        return new NormativeProduct.Dates(published, date, date(json.path("effectivePeriod"), "end"));
    }

    private static Optional<PartialDate> date(JsonNode parent, String name) {
        return member(parent, name).map(written -> new PartialDate(written.length() > 10 ? written.substring(0, 10) : written));
    }

    private static Revision revision(JsonNode extension) {
        ExtensionReader parts = new ExtensionReader(extension);
        return new Revision(
                parts.date("date").orElseThrow(() -> new IllegalArgumentException("a revision has no date")),
                parts.codePart("kind", RevisionKind.class),
                parts.text("text").orElse(""));
    }

    private List<String> lineage(String type) {
        List<String> keys = new ArrayList<>();
        for (JsonNode artifact : json.path("relatedArtifact")) {
            if (artifact.path("type").asText().equals(type)) {
                keys.add(Canonical.key(artifact.path("resource").asText()));
            }
        }
        return keys;
    }

    /** Content that the Library depends on; where no label says what it is, its address does, as FHIR's addresses do. */
    private List<BoundContent> bound() {
        List<BoundContent> bound = new ArrayList<>();
        for (JsonNode artifact : json.path("relatedArtifact")) {
            if (artifact.path("type").asText().equals("depends-on")) {
                String resource = artifact.path("resource").asText();
                int bar = resource.indexOf('|');
                String canonical = bar < 0 ? resource : resource.substring(0, bar);
                kind(artifact.path("label").asText(), canonical).ifPresent(kind -> bound.add(new BoundContent(
                        kind, canonical, bar < 0 ? Optional.empty() : Optional.of(resource.substring(bar + 1)), member(artifact, "display"))));
            }
        }
        return bound;
    }

    private static Optional<BoundContent.Kind> kind(String label, String canonical) {
        return BoundContent.Kind.ofResourceType(label).or(() -> Arrays.stream(BoundContent.Kind.values())
                .filter(kind -> canonical.contains("/" + kind.resourceType() + "/"))
                .findFirst());
    }

    private List<String> documentation(boolean former) {
        List<String> addresses = new ArrayList<>();
        for (JsonNode artifact : json.path("relatedArtifact")) {
            boolean documentation = artifact.path("type").asText().equals("documentation") && artifact.has("url");
            if (documentation && artifact.path("label").asText().equals(FORMER) == former) {
                addresses.add(artifact.path("url").asText());
            }
        }
        return addresses;
    }

    private List<Source> sources() {
        List<Source> sources = new ArrayList<>();
        for (JsonNode artifact : json.path("relatedArtifact")) {
            if (artifact.path("type").asText().equals("citation")) {
                Optional<String> seen = member(artifact, "label")
                        .filter(label -> label.startsWith(SEEN))
                        .map(label -> label.substring(SEEN.length()));
                sources.add(new Source(artifact.path("display").asText(), member(artifact, "url"), seen));
            }
        }
        return sources;
    }

    private Map<String, String> unverified() {
        Map<String, String> reasons = new LinkedHashMap<>();
        library.all("uverifisert", ExtensionReader::new)
                .forEach(parts -> reasons.put(parts.text("field").orElse(""), parts.text("reason").orElse("")));
        return reasons;
    }

    private static Optional<String> member(JsonNode parent, String name) {
        JsonNode value = parent.path(name);
        return value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
    }
}
