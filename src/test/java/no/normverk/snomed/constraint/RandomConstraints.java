package no.normverk.snomed.constraint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import no.normverk.snomed.Sctid;
import no.normverk.snomed.ecl.ActiveFilter;
import no.normverk.snomed.ecl.Attribute;
import no.normverk.snomed.ecl.AttributeSet;
import no.normverk.snomed.ecl.Cardinality;
import no.normverk.snomed.ecl.Comparison;
import no.normverk.snomed.ecl.ConceptFilter;
import no.normverk.snomed.ecl.ConceptReference;
import no.normverk.snomed.ecl.EclExpression;
import no.normverk.snomed.ecl.Equality;
import no.normverk.snomed.ecl.FilterConstraint;
import no.normverk.snomed.ecl.Focus;
import no.normverk.snomed.ecl.HierarchyOperator;
import no.normverk.snomed.ecl.HistorySupplement;
import no.normverk.snomed.ecl.MemberOf;
import no.normverk.snomed.ecl.Order;
import no.normverk.snomed.ecl.Refinement;
import no.normverk.snomed.ecl.SubExpression;

/** Random constraints on the concepts of a random ontology. */
final class RandomConstraints {

    private final Random random;
    private final RandomOntology ontology;

    RandomConstraints(Random random, RandomOntology ontology) {
        this.random = random;
        this.ontology = ontology;
    }

    EclExpression expression(int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(8)) {
            case 1 -> new EclExpression.Conjunction(two(() -> sub(depth - 1)));
            case 2 -> new EclExpression.Disjunction(two(() -> sub(depth - 1)));
            case 3 -> new EclExpression.Exclusion(sub(depth - 1), sub(depth - 1));
            case 4 -> new EclExpression.Dotted(sub(depth - 1), List.of(name()));
            case 5, 6, 7 -> new EclExpression.Refined(sub(depth - 1), refinement(depth - 1));
            default -> sub(depth);
        };
    }

    private SubExpression sub(int depth) {
        HierarchyOperator operator = one(HierarchyOperator.values());
        boolean members = random.nextInt(6) == 0;
        if (members) {
            Focus refset = random.nextInt(4) == 0
                    ? new Focus.Wildcard()
                    : ConceptReference.of(RandomOntology.pick(random, ontology.refsets));
            return new SubExpression(
                    operator, new MemberOf.ReferencedComponents(), refset, List.of(), filters(), history());
        }
        return new SubExpression(operator, new MemberOf.None(), focus(depth), List.of(), filters(), history());
    }

    private Focus focus(int depth) {
        if (depth > 0 && random.nextInt(3) == 0) {
            return new Focus.Nested(expression(depth - 1));
        }
        return switch (random.nextInt(8)) {
            case 0, 1 -> new Focus.Wildcard();
            case 2 -> ConceptReference.of(Sctid.ROOT);
            case 3 -> ConceptReference.of(RandomOntology.pick(random, ontology.inactive));
            default -> ConceptReference.of(RandomOntology.pick(random, ontology.concepts));
        };
    }

    private List<FilterConstraint> filters() {
        if (random.nextInt(8) > 0) {
            return List.of();
        }
        ConceptFilter filter = random.nextBoolean()
                ? new ActiveFilter(one(Equality.values()), random.nextBoolean())
                : new ConceptFilter.DefinitionStatus(one(Equality.values()), List.of(one(ConceptFilter.Status.values())));
        return List.of(new FilterConstraint.OfConcepts(List.of(filter)));
    }

    private HistorySupplement history() {
        return random.nextInt(8) > 0 ? new HistorySupplement.None() : one(HistorySupplement.Profile.values());
    }

    private Refinement refinement(int depth) {
        return switch (random.nextInt(depth <= 0 ? 2 : 4)) {
            case 0 -> attributes(depth);
            case 1 -> new Refinement.Group(cardinality(), attributes(depth));
            case 2 -> Refinement.allOf(two(() -> refinement(depth - 1)));
            default -> Refinement.anyOf(two(() -> refinement(depth - 1)));
        };
    }

    private AttributeSet attributes(int depth) {
        return switch (random.nextInt(depth <= 0 ? 2 : 4)) {
            case 2 -> new AttributeSet.Conjunction(two(() -> attributes(depth - 1)));
            case 3 -> new AttributeSet.Disjunction(two(() -> attributes(depth - 1)));
            default -> attribute(depth);
        };
    }

    private Attribute attribute(int depth) {
        if (random.nextInt(5) == 0) {
            Comparison.Number number = new Comparison.Number(one(Order.values()), BigDecimal.valueOf(random.nextInt(4)));
            return new Attribute(cardinality(), false, name(), number);
        }
        return new Attribute(
                cardinality(),
                random.nextInt(4) == 0,
                name(),
                new Comparison.Concepts(random.nextInt(4) == 0 ? Equality.NOT_EQUAL : Equality.EQUAL, sub(Math.max(0, depth))));
    }

    private SubExpression name() {
        return random.nextInt(4) == 0
                ? SubExpression.of(new Focus.Wildcard())
                : SubExpression.of(
                        random.nextInt(3) == 0 ? HierarchyOperator.DESCENDANT_OR_SELF_OF : HierarchyOperator.SELF,
                        ConceptReference.of(RandomOntology.pick(random, ontology.attributes)));
    }

    private Cardinality cardinality() {
        int least = random.nextInt(3);
        return switch (random.nextInt(6)) {
            case 0 -> new Cardinality(0, 0);
            case 1 -> new Cardinality(least, least + random.nextInt(3));
            case 2 -> new Cardinality(least, Cardinality.MANY);
            default -> Cardinality.DEFAULT;
        };
    }

    private <T> List<T> two(Supplier<T> maker) {
        List<T> made = new ArrayList<>(List.of(maker.get(), maker.get()));
        if (random.nextInt(4) == 0) {
            made.add(maker.get());
        }
        return made;
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
