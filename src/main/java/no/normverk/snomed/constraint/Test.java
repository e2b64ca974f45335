package no.normverk.snomed.constraint;

import java.util.List;
import no.normverk.snomed.ecl.Comparison;
import no.normverk.snomed.ecl.Equality;
import no.normverk.snomed.ecl.Order;
import no.normverk.snomed.ecl.SearchTerm;
import no.normverk.snomed.ecl.TimeValue;
import org.jspecify.annotations.Nullable;

/** One filter on a concept, a description or a row of a reference set, with its identifiers resolved. */
public sealed interface Test {

    /** Of concepts, descriptions and rows. */
    record InModule(Equality operator, Ids modules) implements Test {}

    /**
     * Of concepts, descriptions and rows: the effective time stands so to one of the times; after {@code !=} to all of them.
     */
    record Released(Order operator, List<TimeValue> times) implements Test {}

    /** Of concepts, descriptions and rows. */
    record IsActive(boolean active) implements Test {}

    /** Of concepts. */
    record HasStatus(Equality operator, Ids statuses) implements Test {}

    /** Of descriptions. */
    record HasTerm(Equality operator, List<SearchTerm> terms) implements Test {}

    /** Of descriptions. */
    record InLanguage(Equality operator, List<String> languages) implements Test {}

    /** Of descriptions. */
    record OfType(Equality operator, Ids types) implements Test {}

    /** Of descriptions: in one of the dialects. */
    record InDialect(Equality operator, List<Dialect> dialects) implements Test {}

    /** Of descriptions. */
    record HasId(Equality operator, List<Long> ids) implements Test {}

    /**
     * Of rows.
     *
     * @param ids what a comparison with concepts compares with, {@code null} for other comparisons
     */
    record HasField(String field, Comparison comparison, @Nullable Ids ids) implements Test {}

    /**
     * Language reference sets and how they accept a description.
     *
     * @param acceptabilities SCTIDs of acceptabilities; empty when any will do
     */
    record Dialect(Ids refsets, List<Long> acceptabilities) {}
}
