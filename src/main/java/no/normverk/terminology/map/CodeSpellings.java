package no.normverk.terminology.map;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Coding;
import no.normverk.terminology.Registry;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which a map may write a code. A map's author writes codes as some file did: {@code A009} where the classification has {@code A00.9}. Tried are, in this order, the code as the caller wrote
 * it, as its code system does, and in the other ways of its family.
 */
final class CodeSpellings {
    private final Registry registry;

    CodeSpellings(Registry registry) {
        this.registry = registry;
    }

    /** Every way to write the code of a coding. */
    Set<String> of(Coding coding) {
        CodeSystemVersion system = coding.system() == null ? null : registry.codeSystem(coding.system(), coding.version());
        return of(coding, written(coding, system));
    }

    /** Every way to write the code of a coding, of which it is known how its code system writes it. */
    Set<String> of(Coding coding, String written) {
        Set<String> ways = new LinkedHashSet<>();
        ways.add(String.valueOf(coding.code()));
        ways.add(written);
        ways.addAll(others(coding.system(), written));
        return ways;
    }

    /** The other ways to write a code of a system. */
    List<String> others(@Nullable String system, String code) {
        return system == null ? List.of() : registry.lineage().otherSpellings(system, code);
    }

    /** The code as its code system writes it, or as the caller did where it is not known. */
    private static String written(Coding coding, @Nullable CodeSystemVersion system) {
        String code = String.valueOf(coding.code());
        int ordinal = system == null ? -1 : system.locate(code);
        return system == null || ordinal < 0 ? code : system.code(ordinal);
    }
}
