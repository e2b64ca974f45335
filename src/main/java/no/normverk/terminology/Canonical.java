package no.normverk.terminology;

import org.jspecify.annotations.Nullable;

/**
 * A canonical reference, {@code url|version} (FHIR R4, 2.24.0.2). The version may be missing.
 */
public record Canonical(String url, @Nullable String version) {

    /** What the URL of an implicit value set of SNOMED CT has before its constraint. */
    private static final String CONSTRAINT = "?fhir_vs=ecl/";

    /**
     * Parses {@code url} or {@code url|version}; an empty version counts as none. In a URL that ends in a constraint of SNOMED CT's Expression Constraint Language bars in pairs stand
     * around terms, and only a bar without partner divides.
     */
    public static Canonical parse(String text) {
        int bar = text.indexOf('|');
        if (bar < 0) {
            return new Canonical(text, null);
        }
        int constraint = text.indexOf(CONSTRAINT);
        if (constraint >= 0 && constraint < bar) {
            boolean paired = text.chars().filter(c -> c == '|').count() % 2 == 0;
            if (paired) {
                return new Canonical(text, null);
            }
            bar = text.lastIndexOf('|');
        }
        String version = text.substring(bar + 1);
        return new Canonical(text.substring(0, bar), version.isEmpty() ? null : version);
    }

    public static Canonical of(String url, @Nullable String version) {
        return new Canonical(url, version);
    }

    @Override
    public String toString() {
        return version == null ? url : url + "|" + version;
    }
}
