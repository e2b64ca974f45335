package no.normverk.plans;

import java.util.List;
import java.util.Optional;
import no.normverk.terminology.Coding;

/**
 * Something about a plan that somebody should look at.
 *
 * @param kind what it is
 * @param element id of the element that it is about; absent when it is about the plan
 * @param code the element's code
 * @param detail what exactly: which version of the code system, what changed, which date
 * @param replacements for an inactive concept, the concepts that it is said to be replaced by
 */
public record Finding(
        Kind kind, Optional<String> element, Optional<PlanCode> code, String detail, List<Replacement> replacements) {

    /** What there is to look at. */
    public enum Kind {
        /** The code's system is not loaded, so nothing can be said of it. */
        SYSTEM_NOT_LOADED("system-not-loaded"),
        /** The loaded edition does not have the code. */
        UNKNOWN("unknown-code"),
        /** The concept is no longer active. */
        INACTIVE("inactive-concept"),
        /** The concept's name or place in the hierarchy is another than in the edition before. */
        CHANGED("changed-concept"),
        /** The concept is not in the ICNP reference set for elements of this kind. */
        OUTSIDE_REFSET("not-in-icnp-refset"),
        /** The plan that this one is derived from has a newer version in force. */
        PARENT_REVISED("parent-revised"),
        /** The day has passed on which the plan was to be looked through. */
        REVIEW_OVERDUE("review-overdue");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The word for it in answers. */
        public String code() {
            return code;
        }
    }

    /**
     * A concept that another is replaced by.
     *
     * @param concept the concept, with its display
     * @param association how close it is: {@code same-as}, {@code replaced-by}, {@code possibly-equivalent-to} or {@code alternative}
     */
    public record Replacement(Coding concept, String association) {}

    public Finding {
        replacements = List.copyOf(replacements);
    }
}
