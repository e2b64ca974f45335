package no.normverk.fhir.operation;

/**
 * How this server expands value sets.
 *
 * @param limit how many concepts a caller may get who names no count
 * @param nesting when concepts are nested in their parents
 */
public record ExpansionOptions(int limit, Nesting nesting) {

    /** When the concepts of a hierarchy are nested in their parents; never where the caller says {@code excludeNested=true}. */
    public enum Nesting {
        /** Wherever the value set keeps a hierarchy. */
        ALWAYS,
        /**
         * Only for callers who neither filter by text nor say anything of {@code excludeNested}, {@code false} being no wish for nesting. Those who say {@code false}, and those who name the properties
         * they want, are not told more of inactive concepts than that they are. HL7's test suite calls this mode {@code flat}.
         */
        UNSTATED,
        /** Never: each concept stands on a line of its own. */
        NEVER
    }

    public static final ExpansionOptions DEFAULT = new ExpansionOptions(100_000, Nesting.ALWAYS);

    /**
     * The options for a setting.
     *
     * @param nested {@code always} (or {@code true}), {@code unstated}, {@code never} (or {@code false})
     * @throws IllegalArgumentException for anything else
     */
    public static ExpansionOptions nested(String nested) {
        Nesting nesting = switch (nested) {
            case "always", "true" -> Nesting.ALWAYS;
            case "unstated" -> Nesting.UNSTATED;
            case "never", "false" -> Nesting.NEVER;
            default ->
                throw new IllegalArgumentException(
                        "normverk.expansion.nested is '" + nested + "', expected always, unstated or never");
        };
        return new ExpansionOptions(DEFAULT.limit, nesting);
    }

    /**
     * Whether an expansion may be nested.
     *
     * @param stated whether the call says {@code excludeNested}, true or false
     * @param filtered whether it filters by text
     */
    boolean nests(boolean stated, boolean filtered) {
        return switch (nesting) {
            case ALWAYS -> true;
            case UNSTATED -> !stated && !filtered;
            case NEVER -> false;
        };
    }

    /**
     * Whether an answer tells nothing that was not asked for.
     *
     * @param nestingAllowed whether the call says {@code excludeNested=false}
     * @param propertiesNamed whether it names the properties it wants
     */
    boolean isPlain(boolean nestingAllowed, boolean propertiesNamed) {
        return nesting == Nesting.UNSTATED && (nestingAllowed || propertiesNamed);
    }
}
