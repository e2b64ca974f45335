package no.normverk.snomed.ecl;

import java.util.List;

/**
 * {@code subExpressionConstraint}: a focus and what is made of it, in this order: its members are taken ({@code memberOf}) from
 * the rows that pass the member filters, the operator walks the hierarchy, the filters keep what passes them all, the history
 * supplement adds inactive concepts.
 *
 * @param operator the hierarchy operator, {@link HierarchyOperator#SELF} when there is none
 * @param memberOf what is taken of the reference sets in focus, {@link MemberOf.None} when no members are asked for
 * @param focus where it starts
 * @param memberFilters conditions on the rows of the reference sets; the grammar allows them without {@code memberOf} too
 * @param filters conditions on concepts and on their descriptions
 * @param history which inactive concepts to add, {@link HistorySupplement.None} when there is no supplement
 */
public record SubExpression(
        HierarchyOperator operator,
        MemberOf memberOf,
        Focus focus,
        List<MemberFilterConstraint> memberFilters,
        List<FilterConstraint> filters,
        HistorySupplement history)
        implements EclExpression, ConceptOperand, DialectOperand {
    public SubExpression {
        memberFilters = List.copyOf(memberFilters);
        filters = List.copyOf(filters);
    }

    /** The focus alone. */
    public static SubExpression of(Focus focus) {
        return of(HierarchyOperator.SELF, focus);
    }

    /** The focus seen through an operator, without members, filters or history. */
    public static SubExpression of(HierarchyOperator operator, Focus focus) {
        return new SubExpression(operator, new MemberOf.None(), focus, List.of(), List.of(), new HistorySupplement.None());
    }
}
