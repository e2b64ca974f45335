package no.normverk.terminology.closure;

import no.normverk.terminology.Coding;
import org.jspecify.annotations.Nullable;

/**
 * One row of a closure table.
 *
 * @param source a concept
 * @param target the other concept; {@code null} for a source that is not known
 * @param meaning how the target relates to the source
 */
public record ClosureEntry(Coding source, @Nullable Coding target, Meaning meaning) {

    /** How the target of an entry relates to its source: those of R4's ConceptMapEquivalence that a closure can have. */
    public enum Meaning {
        /** The target is an ancestor of the source. */
        SUBSUMES("subsumes"),
        /** Both codes name the same concept. */
        EQUAL("equal"),
        /** Nothing is known of the source. */
        UNMATCHED("unmatched");

        private final String code;

        Meaning(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
