package no.normverk.fhir.resource;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Registry;
import org.jspecify.annotations.Nullable;

/** What searches need to know of code systems: their other names, and what is below what in the versions that answer by default. */
public final class CodeSystems {

    private static final int MOST_LISTED = 60;

    private final Registry registry;
    private final BiPredicate<String, String> overlap;

    /**
     * What a registry knows.
     *
     * @param overlap whether two kinds of organisation, by their codes, have members in common
     */
    public CodeSystems(Registry registry, BiPredicate<String, String> overlap) {
        this.registry = registry;
        this.overlap = overlap;
    }

    /** Whether two kinds have members in common. */
    boolean overlap(String one, String other) {
        return one.equals(other) || overlap.test(one, other);
    }

    /** The codes of a system that is loaded and does not have this one, for a message; {@code null} when it has it, or nobody knows. */
    @Nullable String othersThan(String system, String code) {
        CodeSystemVersion version = registry.codeSystem(system, null);
        if (version == null || version.locate(code) >= 0) {
            return null;
        }
        if (version.size() > MOST_LISTED) {
            return "a code of " + system;
        }
        return IntStream.range(0, version.size()).mapToObj(version::code).sorted().collect(Collectors.joining(", ", "one of ", ""));
    }

    /** A canonical reference and those that mean the same, since the code system has other names (OID, older addresses): the version, where there is one, stays. */
    Set<String> names(String reference) {
        Canonical canonical = Canonical.parse(reference);
        Set<String> names = new LinkedHashSet<>(List.of(reference));
        registry.aliases().others(canonical.url()).forEach(other -> names.add(new Canonical(other, canonical.version()).toString()));
        return names;
    }

    /** Whether two URIs stand for one code system. */
    boolean isSame(String system, @Nullable String other) {
        return registry.isSameSystem(system, other);
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
