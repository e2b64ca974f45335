package no.normverk.terminology;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which version of a code system, value set or concept map an operator wants to answer when a caller names none, of those that are held. A version may be a pattern, or an edition of SNOMED CT without
 * a date, whose newest version then answers; of what is not held the usual order decides.
 *
 * @param wanted URLs with versions
 */
public record DefaultVersions(List<Canonical> wanted) {

    public static final DefaultVersions NONE = new DefaultVersions(List.of());

    /** @throws IllegalArgumentException when one names no version */
    public DefaultVersions {
        wanted = List.copyOf(wanted);
        for (Canonical canonical : wanted) {
            if (canonical.version() == null || canonical.version().isEmpty()) {
                throw new IllegalArgumentException(
                        "'" + canonical.url() + "' names no version to answer by default, expected url|version such as "
                                + "http://snomed.info/sct|http://snomed.info/sct/51000202101");
            }
        }
    }

    /**
     * Reads {@code url|version} texts; empty ones count for nothing.
     *
     * @throws IllegalArgumentException when one names no version
     */
    public static DefaultVersions parse(Collection<String> texts) {
        return new DefaultVersions(
                texts.stream().map(String::strip).filter(text -> !text.isEmpty()).map(Canonical::parse).toList());
    }

    /** Whether a version of a resource is one of those wanted. */
    boolean prefers(String url, @Nullable String version) {
        for (Canonical canonical : wanted) {
            if (canonical.url().equals(url) && Versions.matches(String.valueOf(canonical.version()), version)) {
                return true;
            }
        }
        return false;
    }
}
