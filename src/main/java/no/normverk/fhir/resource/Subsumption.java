package no.normverk.fhir.resource;

import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Registry;
import org.jspecify.annotations.Nullable;

/** What is below what, in the versions of code systems that answer by default. */
public final class Subsumption {

    private final Registry registry;

    public Subsumption(Registry registry) {
        this.registry = registry;
    }

    /** Whether a system is loaded and has a code. */
    boolean knows(String system, String code) {
        CodeSystemVersion version = registry.codeSystem(system, null);
        return version != null && version.locate(code) >= 0;
    }

    /** Whether two codes of one system are the same, or the second is below the first; {@code false} where that is not known. */
    boolean subsumes(@Nullable String system, String ancestor, String descendant) {
        if (ancestor.equals(descendant)) {
            return true;
        }
        CodeSystemVersion version = system == null ? null : registry.codeSystem(system, null);
        if (version == null) {
            return false;
        }
        int above = version.locate(ancestor);
        int below = version.locate(descendant);
        return above >= 0 && below >= 0 && version.subsumes(above, below);
    }
}
