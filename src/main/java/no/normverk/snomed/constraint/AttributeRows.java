package no.normverk.snomed.constraint;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import no.normverk.snomed.AttributeRelationships;
import no.normverk.snomed.ConcreteValue;
import no.normverk.snomed.ConcreteValues;
import no.normverk.snomed.SnomedEdition;
import no.normverk.snomed.ecl.Equality;
import no.normverk.snomed.ecl.HierarchyOperator;
import no.normverk.terminology.ConceptSet;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;
import org.roaringbitmap.buffer.MutableRoaringBitmap;

/**
 * The group rows in which an attribute has a value.
 *
 * <p>There are three ways. {@code attribute = << value}, {@code < value} and {@code *} are postings of the edition, looked
 * up. Other sets of values go through the inverse: from each value to its relationships. What neither serves ({@code !=},
 * many values, few concepts in the focus, numbers) looks at the relationships of the focus one by one.
 *
 * <p>A reversed relationship belongs to a group of its source, not of the concept in question. It has a row of its own here,
 * numbered after all group rows, so that inside braces it never shares a group with another attribute. Such rows take part
 * only inside braces that hold a reversed attribute.
 */
final class AttributeRows {

    /** Takes a match: the concept that it is a match of, and the row it is in. */
    @FunctionalInterface
    interface Matches {
        void match(int concept, int row);
    }

    /** A focus of so few concepts is looked at one by one. */
    private static final int FEW = 64;

    /** The most postings that are united before the inverse is taken instead. */
    private static final int MOST_POSTINGS = 256;

    private final SnomedEdition edition;
    private final AttributeRelationships relationships;
    private final ConcreteValues concretes;
    private final Evaluation evaluation;
    private final Work work;

    AttributeRows(SnomedEdition edition, Evaluation evaluation, Work work) {
        this.edition = edition;
        this.relationships = edition.attributes();
        this.concretes = edition.concreteValues();
        this.evaluation = evaluation;
        this.work = work;
    }

    int conceptOfRow(int row) {
        int groupRows = relationships.rowCount();
        return row < groupRows ? relationships.conceptOfRow(row) : relationships.target(row - groupRows);
    }

    /** The attributes among the concepts of a plan. */
    ConceptSet types(Plan names) {
        return switch (names) {
            case Plan.One one -> ConceptSet.of(one.ordinal());
            case Plan.Everything _ -> relationships.attributes();
            default -> evaluation.evaluate(names).and(relationships.attributes());
        };
    }

    /** How many rows it may be about, for choosing what to do first. */
    long expense(Condition.Attribute attribute) {
        boolean byPostings = !attribute.reversed()
                && attribute.names() instanceof Plan.One
                && attribute.value() instanceof Condition.Value.Concepts;
        if (!byPostings) {
            return relationships.rowCount();
        }
        int type = ((Plan.One) attribute.names()).ordinal();
        Condition.Value.Concepts value = (Condition.Value.Concepts) attribute.value();
        return switch (value.values()) {
            case Plan.Walk walk when isDownwards(walk) && value.operator() == Equality.EQUAL ->
                relationships.rows(type, ((Plan.One) walk.from()).ordinal()).getCardinality();
            case Plan.One one when value.operator() == Equality.EQUAL ->
                relationships.rows(type, one.ordinal()).getCardinality();
            default -> relationships.rows(type).getCardinality() + 1L;
        };
    }

    /** The rows with a match; of concepts outside the focus they may or may not be there. */
    ImmutableRoaringBitmap rows(Condition.Attribute attribute, ConceptSet focus) {
        boolean fewInFocus = focus.cardinality() <= FEW;
        if (!fewInFocus
                && !attribute.reversed()
                && attribute.value() instanceof Condition.Value.Concepts value
                && value.operator() == Equality.EQUAL) {
            ConceptSet types = types(attribute.names());
            List<ImmutableRoaringBitmap> postings = postings(types, value.values());
            return postings != null ? union(postings) : throughInverse(types, evaluation.evaluate(value.values()), focus);
        }
        MutableRoaringBitmap rows = new MutableRoaringBitmap();
        forEachMatch(attribute, focus, (concept, row) -> rows.add(row));
        return rows;
    }

    /** The concepts with a match where postings tell them at once, {@code null} elsewhere; of those outside the focus some may be there. */
    @Nullable ConceptSet concepts(Condition.Attribute attribute, ConceptSet focus) {
        boolean equalsConcepts = !attribute.reversed()
                && attribute.value() instanceof Condition.Value.Concepts value
                && value.operator() == Equality.EQUAL;
        if (!equalsConcepts || focus.cardinality() <= FEW) {
            return null;
        }
        Plan values = ((Condition.Value.Concepts) attribute.value()).values();
        ConceptSet types = types(attribute.names());
        List<Integer> tops = tops(types, values);
        if (tops == null) {
            return null;
        }
        ConceptSet found = ConceptSet.EMPTY;
        for (int type : types.toArray()) {
            for (int top : tops) {
                found = found.or(relationships.concepts(type, top));
            }
            found = values instanceof Plan.Everything ? found.or(relationships.concepts(type)) : found;
        }
        work.add(1 + found.cardinality() / 64);
        return found;
    }

    private static ImmutableRoaringBitmap union(List<ImmutableRoaringBitmap> postings) {
        return postings.size() == 1
                ? postings.getFirst()
                : ImmutableRoaringBitmap.or(postings.toArray(ImmutableRoaringBitmap[]::new));
    }

    private static boolean isDownwards(Plan.Walk walk) {
        return walk.from() instanceof Plan.One
                && (walk.operator() == HierarchyOperator.DESCENDANT_OR_SELF_OF
                        || walk.operator() == HierarchyOperator.DESCENDANT_OF);
    }

    /** The postings whose union is the answer, or {@code null} when there is no such thing. */
    private @Nullable List<ImmutableRoaringBitmap> postings(ConceptSet types, Plan values) {
        List<Integer> tops = tops(types, values);
        if (tops == null) {
            return null;
        }
        boolean any = values instanceof Plan.Everything;
        List<ImmutableRoaringBitmap> postings = new ArrayList<>();
        types.forEach(type -> {
            if (any) {
                postings.add(relationships.rows(type));
            }
            for (int top : tops) {
                postings.add(relationships.rows(type, top));
            }
        });
        if (postings.isEmpty()) {
            postings.add(new MutableRoaringBitmap());
        }
        return postings;
    }

    /** The concepts that with all below them are the values; none when any value will do, {@code null} when there are no such or too many. */
    private @Nullable List<Integer> tops(ConceptSet types, Plan values) {
        List<Integer> tops = new ArrayList<>();
        if (!(values instanceof Plan.Everything) && !addTops(values, tops)) {
            return null;
        }
        return (long) types.cardinality() * Math.max(1, tops.size()) > MOST_POSTINGS ? null : tops;
    }

    /** Adds concepts that with all below them are the values; tells whether there are such. */
    private boolean addTops(Plan values, List<Integer> tops) {
        return switch (values) {
            case Plan.Nothing _ -> true;
            case Plan.Walk walk when isDownwards(walk) -> {
                int concept = ((Plan.One) walk.from()).ordinal();
                if (walk.operator() == HierarchyOperator.DESCENDANT_OR_SELF_OF) {
                    tops.add(concept);
                } else {
                    edition.hierarchy().forEachChild(concept, tops::add);
                }
                yield tops.size() <= MOST_POSTINGS;
            }
            case Plan.Either either -> either.plans().stream().allMatch(plan -> addTops(plan, tops));
            default -> false;
        };
    }

    private ImmutableRoaringBitmap throughInverse(ConceptSet types, ConceptSet values, ConceptSet focus) {
        MutableRoaringBitmap rows = new MutableRoaringBitmap();
        if (values.cardinality() > focus.cardinality()) {
            IntPredicate type = test(types);
            focus.forEach(concept -> ownMatches(concept, type, values::contains, (source, row) -> rows.add(row)));
            return rows;
        }
        work.add(values.cardinality());
        values.forEach(value -> {
            int end = relationships.targetEnd(value);
            work.add(end - relationships.targetStart(value));
            for (int i = relationships.targetStart(value); i < end; i++) {
                int relationship = relationships.byTarget(i);
                if (types.contains(relationships.type(relationship))) {
                    rows.add(relationships.row(relationship));
                }
            }
        });
        return rows;
    }

    /** Visits every matching relationship of the concepts in the focus. */
    void forEachMatch(Condition.Attribute attribute, ConceptSet focus, Matches matches) {
        switch (attribute.value()) {
            case Condition.Value.Concrete concrete -> concreteMatches(attribute, concrete, focus, matches);
            case Condition.Value.Concepts value when attribute.reversed() -> {
                IntPredicate types = test(types(attribute.names()));
                IntPredicate test = valueTest(value);
                focus.forEach(concept -> reversedMatches(concept, types, test, matches));
            }
            case Condition.Value.Concepts value -> {
                ConceptSet types = types(attribute.names());
                IntPredicate type = test(types);
                IntPredicate test = valueTest(value);
                likely(types, value, focus).forEach(concept -> ownMatches(concept, type, test, matches));
            }
        }
    }

    /** The concepts of the focus that can have a match at all, where postings tell. */
    private ConceptSet likely(ConceptSet types, Condition.Value.Concepts value, ConceptSet focus) {
        if (focus.cardinality() <= FEW) {
            return focus;
        }
        boolean equal = value.operator() == Equality.EQUAL;
        List<ImmutableRoaringBitmap> postings = equal ? postings(types, value.values()) : null;
        if (postings == null && types.cardinality() <= MOST_POSTINGS) {
            postings = postings(types, new Plan.Everything(false));
        }
        return postings == null ? focus : focus.and(relationships.concepts(union(postings)));
    }

    /** Most often there is one type, which is quicker compared than looked up. */
    private static IntPredicate test(ConceptSet types) {
        if (types.cardinality() != 1) {
            return types::contains;
        }
        int only = types.select(0);
        return type -> type == only;
    }

    private void ownMatches(int concept, IntPredicate types, IntPredicate value, Matches matches) {
        int end = relationships.end(concept);
        work.add(1 + end - relationships.start(concept));
        for (int i = relationships.start(concept); i < end; i++) {
            if (types.test(relationships.type(i)) && value.test(relationships.target(i))) {
                matches.match(concept, relationships.row(i));
            }
        }
    }

    private void reversedMatches(int concept, IntPredicate types, IntPredicate source, Matches matches) {
        int end = relationships.targetEnd(concept);
        work.add(1 + end - relationships.targetStart(concept));
        for (int i = relationships.targetStart(concept); i < end; i++) {
            int relationship = relationships.byTarget(i);
            if (types.test(relationships.type(relationship)) && source.test(relationships.source(relationship))) {
                matches.match(concept, relationships.rowCount() + relationship);
            }
        }
    }

    private IntPredicate valueTest(Condition.Value.Concepts value) {
        IntPredicate in = switch (value.values()) {
            case Plan.Everything everything when !everything.inactive() -> concept -> true;
            case Plan.One one -> concept -> concept == one.ordinal();
            case Plan.Walk walk when isDownwards(walk) -> {
                int top = ((Plan.One) walk.from()).ordinal();
                boolean self = walk.operator() == HierarchyOperator.DESCENDANT_OR_SELF_OF;
                yield concept -> (self || concept != top) && edition.hierarchy().isSelfOrAncestor(top, concept);
            }
            default -> evaluation.evaluate(value.values())::contains;
        };
        return value.operator() == Equality.EQUAL ? in : in.negate();
    }

    private void concreteMatches(
            Condition.Attribute attribute, Condition.Value.Concrete concrete, ConceptSet focus, Matches matches) {
        if (attribute.reversed()) {
            return;
        }
        IntPredicate types = concreteTypes(attribute.names());
        boolean[] satisfying = new boolean[concretes.distinctCount()];
        work.add(satisfying.length);
        Predicate<ConcreteValue> comparison = evaluation.test(concrete);
        for (int number = 0; number < satisfying.length; number++) {
            satisfying[number] = comparison.test(concretes.distinct(number));
        }
        if (focus.cardinality() < concretes.size()) {
            focus.forEach(concept -> concreteMatches(concept, types, satisfying, matches));
            return;
        }
        int last = -1;
        for (int i = 0; i < concretes.size(); i++) {
            int concept = concretes.source(i);
            if (concept != last && focus.contains(concept)) {
                concreteMatches(concept, types, satisfying, matches);
            }
            last = concept;
        }
    }

    private IntPredicate concreteTypes(Plan names) {
        return switch (names) {
            case Plan.One one -> type -> type == one.ordinal();
            case Plan.Everything _ -> type -> true;
            default -> evaluation.evaluate(names)::contains;
        };
    }

    private void concreteMatches(int concept, IntPredicate types, boolean[] satisfying, Matches matches) {
        int end = concretes.end(concept);
        work.add(1 + end - concretes.start(concept));
        for (int i = concretes.start(concept); i < end; i++) {
            if (types.test(concretes.type(i)) && satisfying[concretes.valueNumber(i)]) {
                matches.match(concept, concretes.row(i));
            }
        }
    }
}
