package no.normverk.fhir.server;

import java.util.Collection;
import no.normverk.fhir.Snapshot;
import org.jspecify.annotations.Nullable;

/** Lists the code systems that a snapshot can answer about, for the terminology capabilities. */
@FunctionalInterface
public interface OfferedCodeSystems {

    /**
     * One version of one code system.
     *
     * @param url canonical URL
     * @param version business version
     * @param content FHIR's CodeSystemContentMode, or {@code null} when not known
     * @param isDefault whether it answers when the caller names no version
     */
    record Offered(String url, @Nullable String version, @Nullable String content, boolean isDefault) {}

    Collection<Offered> of(Snapshot snapshot);

    /** The CodeSystem resources of the snapshot. */
    static OfferedCodeSystems ofResources() {
        return snapshot -> snapshot.resources().stream()
                .filter(resource -> resource.type().equals("CodeSystem"))
                .<Offered>mapMulti((resource, offered) -> {
                    if (resource.url() != null) {
                        offered.accept(new Offered(resource.url(), resource.version(), null, false));
                    }
                })
                .toList();
    }
}
