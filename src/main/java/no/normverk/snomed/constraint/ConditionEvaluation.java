package no.normverk.snomed.constraint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import no.normverk.snomed.AttributeRelationships;
import no.normverk.snomed.SnomedEdition;
import no.normverk.snomed.ecl.Cardinality;
import no.normverk.terminology.ConceptSet;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.IntIterator;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;
import org.roaringbitmap.buffer.MutableRoaringBitmap;

/**
 * Refinements. What attributes ask for is a set of group rows ({@link AttributeRows}); inside braces such sets are
 * intersected and united as rows, outside as concepts. {@code [0..n]} is answered by taking away those that have more, so
 * nothing is ever looked at that has none of the relationships in question. Only a cardinality with other bounds than none,
 * one and many needs relationships to be counted.
 */
final class ConditionEvaluation {

    /** Rows, or all rows but these. */
    private record Rows(ImmutableRoaringBitmap rows, boolean negated) {

        Rows and(Rows other) {
            if (negated && other.negated) {
                return new Rows(ImmutableRoaringBitmap.or(rows, other.rows), true);
            }
            if (negated != other.negated) {
                Rows plain = negated ? other : this;
                Rows taken = negated ? this : other;
                return new Rows(ImmutableRoaringBitmap.andNot(plain.rows, taken.rows), false);
            }
            return new Rows(ImmutableRoaringBitmap.and(rows, other.rows), false);
        }

        Rows not() {
            return new Rows(rows, !negated);
        }

        Rows or(Rows other) {
            return not().and(other.not()).not();
        }
    }

    private final AttributeRelationships relationships;
    private final AttributeRows attributes;
    private final Work work;
    private final @Nullable Trace trace;

    ConditionEvaluation(SnomedEdition edition, Evaluation evaluation, Work work, @Nullable Trace trace) {
        this.trace = trace;
        this.relationships = edition.attributes();
        this.attributes = new AttributeRows(edition, evaluation, work);
        this.work = work;
    }

    /** The concepts of the focus that satisfy the condition. */
    ConceptSet select(Condition condition, ConceptSet focus) {
        if (focus.isEmpty()) {
            return focus;
        }
        return trace == null ? selected(condition, focus) : trace.measured(condition, () -> selected(condition, focus));
    }

    private ConceptSet selected(Condition condition, ConceptSet focus) {
        return switch (condition) {
            case Condition.All all -> {
                ConceptSet left = focus;
                for (Condition each : cheapFirst(all.conditions())) {
                    left = select(each, left);
                }
                yield left;
            }
            case Condition.Any any -> {
                ConceptSet found = ConceptSet.EMPTY;
                for (Condition each : any.conditions()) {
                    found = found.or(select(each, focus));
                }
                yield found;
            }
            case Condition.Attribute attribute -> selectByAttribute(attribute, focus);
            case Condition.Group group -> selectByGroup(group, focus);
        };
    }

    private List<Condition> cheapFirst(List<Condition> conditions) {
        List<Condition> sorted = new ArrayList<>(conditions);
        sorted.sort(Comparator.comparingLong(this::expense));
        return sorted;
    }

    private long expense(Condition condition) {
        return switch (condition) {
            case Condition.Attribute attribute when attribute.cardinality().most() == 0 -> Long.MAX_VALUE;
            case Condition.Attribute attribute -> attributes.expense(attribute);
            case Condition.Group group -> expense(group.attributes());
            case Condition.All all -> all.conditions().stream().mapToLong(this::expense).min().orElse(0);
            case Condition.Any any -> any.conditions().stream().mapToLong(this::expense).max().orElse(0);
        };
    }

    private ConceptSet selectByAttribute(Condition.Attribute attribute, ConceptSet focus) {
        Cardinality cardinality = attribute.cardinality();
        if (isAlwaysTrue(cardinality)) {
            return focus;
        }
        if (isYesOrNo(cardinality)) {
            ConceptSet stored = attributes.concepts(attribute, focus);
            ConceptSet having = stored != null ? stored : concepts(attributes.rows(attribute, focus));
            return cardinality.most() == 0 ? focus.minus(having) : focus.and(having);
        }
        MatchCounter counter = new MatchCounter(cardinality);
        attributes.forEachMatch(attribute, focus, (concept, row) -> counter.count(concept));
        return decided(focus, counter);
    }

    /** A counter sees only those that have some; those with none are in or out by what the cardinality says of none. */
    private static ConceptSet decided(ConceptSet focus, MatchCounter counter) {
        ConceptSet decided = ConceptSet.of(counter.decided());
        return counter.acceptsNone() ? focus.minus(decided) : focus.and(decided);
    }

    /** {@code [0..*]}. */
    private static boolean isAlwaysTrue(Cardinality cardinality) {
        return cardinality.least() == 0 && cardinality.most() == Cardinality.MANY;
    }

    /** {@code [1..*]} and {@code [0..0]}, for which nothing needs to be counted. */
    private static boolean isYesOrNo(Cardinality cardinality) {
        return cardinality.most() == 0 || (cardinality.least() == 1 && cardinality.most() == Cardinality.MANY);
    }

    private ConceptSet selectByGroup(Condition.Group group, ConceptSet focus) {
        Cardinality cardinality = group.cardinality();
        if (isAlwaysTrue(cardinality)) {
            return focus;
        }
        ImmutableRoaringBitmap rows = listed(inGroup(group.attributes(), focus), hasReversed(group.attributes()));
        if (isYesOrNo(cardinality)) {
            ConceptSet having = concepts(rows);
            return cardinality.most() == 0 ? focus.minus(having) : focus.and(having);
        }
        MatchCounter counter = new MatchCounter(cardinality);
        for (int concept : conceptsOfRows(rows)) {
            counter.count(concept);
        }
        return decided(focus, counter);
    }

    private ImmutableRoaringBitmap listed(Rows rows, boolean withReversed) {
        if (!rows.negated) {
            return rows.rows;
        }
        int count = relationships.rowCount() + (withReversed ? relationships.size() : 0);
        work.add(count / 64);
        MutableRoaringBitmap all = new MutableRoaringBitmap();
        all.add(0L, count);
        return ImmutableRoaringBitmap.andNot(all, rows.rows);
    }

    private static boolean hasReversed(Condition condition) {
        return switch (condition) {
            case Condition.Attribute attribute -> attribute.reversed();
            case Condition.Group group -> hasReversed(group.attributes());
            case Condition.All all -> all.conditions().stream().anyMatch(ConditionEvaluation::hasReversed);
            case Condition.Any any -> any.conditions().stream().anyMatch(ConditionEvaluation::hasReversed);
        };
    }

    /** The rows that satisfy a condition by themselves. Which rows of concepts outside the focus are among them is open. */
    private Rows inGroup(Condition condition, ConceptSet focus) {
        if (trace == null) {
            return rowsOf(condition, focus);
        }
        long start = System.nanoTime();
        Rows found = rowsOf(condition, focus);
        int count = found.rows.getCardinality();
        trace.add(condition, found.negated ? relationships.rowCount() - count : count, System.nanoTime() - start);
        return found;
    }

    private Rows rowsOf(Condition condition, ConceptSet focus) {
        return switch (condition) {
            case Condition.All all -> {
                List<Condition> sorted = cheapFirst(all.conditions());
                Rows found = inGroup(sorted.getFirst(), focus);
                for (Condition each : sorted.subList(1, sorted.size())) {
                    if (!found.negated && found.rows.isEmpty()) {
                        break;
                    }
                    found = found.and(inGroup(each, focus));
                }
                yield found;
            }
            case Condition.Any any ->
                any.conditions().stream().map(each -> inGroup(each, focus)).reduce(Rows::or).orElseThrow();
            case Condition.Attribute attribute -> inGroup(attribute, focus);
            case Condition.Group group -> throw new IllegalArgumentException("a group in a group: " + group);
        };
    }

    private Rows inGroup(Condition.Attribute attribute, ConceptSet focus) {
        Cardinality cardinality = attribute.cardinality();
        if (isAlwaysTrue(cardinality)) {
            return new Rows(new MutableRoaringBitmap(), true);
        }
        if (isYesOrNo(cardinality)) {
            return new Rows(attributes.rows(attribute, focus), cardinality.most() == 0);
        }
        MatchCounter counter = new MatchCounter(cardinality);
        attributes.forEachMatch(attribute, focus, (concept, row) -> counter.count(row));
        return new Rows(counter.decided().toMutableRoaringBitmap(), counter.acceptsNone());
    }

    /** The concept of every row, the same ones beside each other. */
    private int[] conceptsOfRows(ImmutableRoaringBitmap rows) {
        int[] concepts = new int[rows.getCardinality()];
        work.add(concepts.length);
        IntIterator each = rows.getIntIterator();
        for (int i = 0; i < concepts.length; i++) {
            concepts[i] = attributes.conceptOfRow(each.next());
        }
        if (concepts.length > 0 && rows.last() >= relationships.rowCount()) {
            Arrays.sort(concepts);
        }
        return concepts;
    }

    private ConceptSet concepts(ImmutableRoaringBitmap rows) {
        work.add(rows.getCardinality());
        if (rows.isEmpty() || rows.last() < relationships.rowCount()) {
            return relationships.concepts(rows);
        }
        RoaringBitmap concepts = new RoaringBitmap();
        IntIterator each = rows.getIntIterator();
        while (each.hasNext()) {
            concepts.add(attributes.conceptOfRow(each.next()));
        }
        return ConceptSet.of(concepts);
    }

    /** The concepts that are values of the attributes on concepts of a set. */
    ConceptSet values(ConceptSet sources, Plan names) {
        if (sources.isEmpty()) {
            return sources;
        }
        ConceptSet types = attributes.types(names);
        work.add(sources.cardinality());
        RoaringBitmap found = new RoaringBitmap();
        sources.forEach(source -> {
            int end = relationships.end(source);
            work.add(end - relationships.start(source));
            for (int i = relationships.start(source); i < end; i++) {
                if (types.contains(relationships.type(i))) {
                    found.add(relationships.target(i));
                }
            }
        });
        return ConceptSet.of(found);
    }
}
