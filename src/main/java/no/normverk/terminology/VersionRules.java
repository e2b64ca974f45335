package no.normverk.terminology;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller says of code system versions with {@code system-version}, {@code check-system-version} and {@code force-system-version}.
 *
 * @param defaults used where a value set does not say
 * @param checks used where a value set does not say, and required where it does
 * @param forced used whatever a value set says
 */
public record VersionRules(List<Canonical> defaults, List<Canonical> checks, List<Canonical> forced) {

    public static final VersionRules NONE = new VersionRules(List.of(), List.of(), List.of());

    /**
     * The version to use where a value set states {@code stated}.
     *
     * @return a version or pattern, or {@code null} for the newest
     */
    public @Nullable String apply(String system, @Nullable String stated) {
        String forcedVersion = versionFor(forced, system);
        if (forcedVersion != null) {
            return forcedVersion;
        }
        if (stated != null) {
            return stated;
        }
        String defaultVersion = versionFor(defaults, system);
        return defaultVersion != null ? defaultVersion : versionFor(checks, system);
    }

    /** The version that a check requires, or {@code null}. */
    public @Nullable String required(String system) {
        return versionFor(checks, system);
    }

    private static @Nullable String versionFor(List<Canonical> rules, String system) {
        for (Canonical rule : rules) {
            if (rule.url().equals(system) && rule.version() != null) {
                return rule.version();
            }
        }
        return null;
    }
}
