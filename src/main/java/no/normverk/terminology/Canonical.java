package no.normverk.terminology;

import org.jspecify.annotations.Nullable;

/**
 * A canonical reference, {@code url|version} (FHIR R4, 2.24.0.2). The version may be missing.
 */
public record Canonical(String url, @Nullable String version) {

    /** Parses {@code url} or {@code url|version}; an empty version counts as none. */
    public static Canonical parse(String text) {
        int bar = text.indexOf('|');
        if (bar < 0) {
            return new Canonical(text, null);
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
