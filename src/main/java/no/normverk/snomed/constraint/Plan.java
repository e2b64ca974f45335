package no.normverk.snomed.constraint;

import java.util.List;
import no.normverk.snomed.ecl.HierarchyOperator;
import no.normverk.snomed.ecl.MemberOf;

/**
 * How a constraint is answered from one edition: the constraint with its identifiers resolved and its history profiles
 * spelled out. {@link PlanPrinter} writes it for people.
 */
public sealed interface Plan {

    /**
     * No concept.
     *
     * @param why the reason, for people
     */
    record Nothing(String why) implements Plan {}

    /** One concept, active or not. */
    record One(int ordinal, long sctid) implements Plan {}

    /**
     * Every concept.
     *
     * @param inactive whether inactive concepts are meant too
     */
    record Everything(boolean inactive) implements Plan {}

    /** A step through the hierarchy from every concept of a set; never {@link HierarchyOperator#SELF}. */
    record Walk(HierarchyOperator operator, Plan from) implements Plan {}

    /**
     * Concepts in the rows of reference sets.
     *
     * @param refsets the reference sets
     * @param what the column or columns; {@link MemberOf.ReferencedComponents} for {@code ^} alone
     * @param tests what the rows must pass; without a test of their status only active rows count
     */
    record Members(Ids refsets, MemberOf what, List<Test> tests) implements Plan {}

    /** In all of them. */
    record Both(List<Plan> plans) implements Plan {}

    /** In any of them. */
    record Either(List<Plan> plans) implements Plan {}

    record Without(Plan included, Plan excluded) implements Plan {}

    record Refined(Plan focus, Condition condition) implements Plan {}

    /** The values of attributes on the concepts of a set. */
    record Values(Plan source, Plan attributes) implements Plan {}

    /** The concepts that pass all tests. */
    record Passing(Plan of, List<Test> tests) implements Plan {}

    /** The concepts that have one description that passes all tests; without a test of its status an active one. */
    record Described(Plan of, List<Test> tests) implements Plan {}

    /** A set with the inactive concepts that rows of the association reference sets lead to it from. */
    record WithHistory(Plan of, Ids associations) implements Plan {}
}
