package no.normverk.terminology.valueset;

import java.util.ArrayList;
import java.util.List;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.ConceptFilter;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.FilterOperator;
import org.jspecify.annotations.Nullable;

/** Whether one concept passes an include's own conditions: its list and its filters, not its imports. */
public final class IncludeMatcher {

    private IncludeMatcher() {}

    /**
     * Tests one concept.
     *
     * @param place where the include stands, for messages
     * @throws TerminologyException when a filter cannot be used
     */
    public static boolean matches(Include include, CodeSystemVersion system, int ordinal, IncludePlace place) {
        if (!include.concepts().isEmpty()) {
            return reference(include, system, ordinal) != null;
        }
        for (int i = 0; i < include.filters().size(); i++) {
            ConceptFilter filter = usable(include, i, place);
            if (!matches(filter, system, ordinal)) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(ConceptFilter filter, CodeSystemVersion system, int ordinal) {
        boolean onConcept = filter.property().equals("concept") || filter.property().equals("code");
        if (onConcept && (filter.operator() == FilterOperator.IS_A || filter.operator() == FilterOperator.DESCENDENT_OF)) {
            int ancestor = system.locate(filter.value());
            return ancestor >= 0
                    && system.subsumes(ancestor, ordinal)
                    && (filter.operator() == FilterOperator.IS_A || ancestor != ordinal);
        }
        return system.isSelected(filter, ordinal);
    }

    /**
     * Whether an include can hold inactive concepts only because its author asks for them: an expression constraint selects active concepts, unless it names a reference set or a
     * history supplement that leads to others.
     */
    public static boolean asksForInactive(Include include) {
        for (IncludeFilter filter : include.filters()) {
            if ("constraint".equals(filter.property())) {
                return true;
            }
        }
        return false;
    }

    /** Why filters of the include leave a concept out, as far as the code system can tell. */
    public static List<Message> refusals(Include include, CodeSystemVersion system, int ordinal) {
        List<Message> reasons = new ArrayList<>();
        for (IncludeFilter filter : include.filters()) {
            FilterOperator operator = filter.operator() == null ? null : FilterOperator.of(filter.operator()).orElse(null);
            if (filter.property() != null && operator != null && filter.value() != null) {
                Message reason = system.whyNotSelected(new ConceptFilter(filter.property(), operator, filter.value()), ordinal);
                if (reason != null) {
                    reasons.add(reason);
                }
            }
        }
        return reasons;
    }

    /** What the include says of a concept it lists; {@code null} when it does not list it. */
    public static @Nullable ConceptReference reference(Include include, CodeSystemVersion system, int ordinal) {
        return include.list().find(system, ordinal);
    }

    /**
     * A filter of an include with everything it needs.
     *
     * @throws TerminologyException when a part of it is missing or unknown
     */
    static ConceptFilter usable(Include include, int index, IncludePlace place) {
        IncludeFilter filter = include.filters().get(index);
        FilterOperator operator = filter.operator() == null ? null : FilterOperator.of(filter.operator()).orElse(null);
        if (filter.property() != null && operator != null && filter.value() != null) {
            return new ConceptFilter(filter.property(), operator, filter.value());
        }
        String expression = place + ".filter[" + index + "]";
        String system = String.valueOf(include.system());
        if (filter.property() == null || filter.operator() == null) {
            throw refused("invalid", Message.of("filter-incomplete", system, expression), expression);
        }
        if (filter.value() == null) {
            throw refused(
                    "invalid",
                    Message.of(
                            "UNABLE_TO_HANDLE_SYSTEM_FILTER_WITH_NO_VALUE", system, filter.property(), filter.operator()),
                    expression);
        }
        throw refused(
                "not-supported",
                Message.of("FILTER_NOT_UNDERSTOOD", filter.property(), filter.operator(), filter.value(), system),
                expression);
    }

    private static TerminologyException refused(String code, Message message, String expression) {
        return new TerminologyException(Issue.error(code, "vs-invalid", message, expression));
    }
}
