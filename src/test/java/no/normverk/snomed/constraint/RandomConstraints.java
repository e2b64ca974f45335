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
import no.normverk.snomed.ecl.DescriptionFilter;
import no.normverk.snomed.ecl.EclExpression;
import no.normverk.snomed.ecl.Equality;
import no.normverk.snomed.ecl.FilterConstraint;
import no.normverk.snomed.ecl.Focus;
import no.normverk.snomed.ecl.HierarchyOperator;
import no.normverk.snomed.ecl.HistorySupplement;
import no.normverk.snomed.ecl.MemberFilter;
import no.normverk.snomed.ecl.MemberFilterConstraint;
import no.normverk.snomed.ecl.MemberOf;
import no.normverk.snomed.ecl.Order;
import no.normverk.snomed.ecl.Refinement;
import no.normverk.snomed.ecl.SearchTerm;
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
            case 4 -> new EclExpression.Dotted(sub(depth - 1), random.nextBoolean() ? List.of(name()) : List.of(name(), name()));
            case 5, 6, 7 -> new EclExpression.Refined(sub(depth - 1), refinement(depth - 1));
            default -> sub(depth);
        };
    }

    private SubExpression sub(int depth) {
        HierarchyOperator operator = one(HierarchyOperator.values());
        boolean members = random.nextInt(6) == 0;
        if (members && random.nextBoolean()) {
            return rows(operator);
        }
        if (members) {
            Focus refset = random.nextInt(4) == 0
                    ? new Focus.Wildcard()
                    : ConceptReference.of(RandomOntology.pick(random, ontology.refsets));
            return new SubExpression(
                    operator, new MemberOf.ReferencedComponents(), refset, List.of(), filters(), history());
        }
        return new SubExpression(operator, new MemberOf.None(), focus(depth), List.of(), filters(), history());
    }

    /** Members by the rows of one reference set: columns, and filters on rows. */
    private SubExpression rows(HierarchyOperator operator) {
        boolean association = random.nextInt(3) > 0;
        ConceptReference refset = ConceptReference.of(
                association
                        ? RandomOntology.pick(random, List.of(RandomOntology.SAME_AS, RandomOntology.REPLACED_BY))
                        : RandomOntology.pick(random, ontology.refsets));
        MemberOf what = association && random.nextBoolean()
                ? new MemberOf.Fields(List.of(NaiveAnswer.TARGET))
                : new MemberOf.ReferencedComponents();
        List<MemberFilter> filters = new ArrayList<>();
        if (association && random.nextBoolean()) {
            filters.add(new MemberFilter.Field(NaiveAnswer.TARGET, new Comparison.Concepts(one(Equality.values()), sub(0))));
        }
        if (random.nextInt(3) == 0) {
            filters.add(new ActiveFilter(one(Equality.values()), random.nextBoolean()));
        }
        List<MemberFilterConstraint> constraints = filters.isEmpty() ? List.of() : List.of(new MemberFilterConstraint(filters));
        return new SubExpression(operator, what, refset, constraints, filters(), history());
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
        if (random.nextInt(3) == 0) {
            return List.of(new FilterConstraint.OfDescriptions(descriptionFilters()));
        }
        ConceptFilter filter = random.nextBoolean()
                ? new ActiveFilter(one(Equality.values()), random.nextBoolean())
                : new ConceptFilter.DefinitionStatus(one(Equality.values()), List.of(one(ConceptFilter.Status.values())));
        return List.of(new FilterConstraint.OfConcepts(List.of(filter)));
    }

    private List<DescriptionFilter> descriptionFilters() {
        List<DescriptionFilter> filters = new ArrayList<>();
        String word = RandomOntology.WORDS[random.nextInt(RandomOntology.WORDS.length)];
        SearchTerm term = switch (random.nextInt(6)) {
            case 0, 1 -> new SearchTerm.Wild(List.of("", word.substring(1)));
            case 2 -> new SearchTerm.Regex(".*" + word + " (b|s).*");
            case 3 -> new SearchTerm.Exact(word + " " + word);
            default -> new SearchTerm.Match(List.of(word.substring(0, 1 + random.nextInt(word.length()))));
        };
        filters.add(new DescriptionFilter.Term(one(Equality.values()), List.of(term)));
        if (random.nextBoolean()) {
            filters.add(new DescriptionFilter.Language(one(Equality.values()), List.of("sv")));
        }
        if (random.nextInt(4) == 0) {
            filters.add(new ActiveFilter(Equality.EQUAL, random.nextBoolean()));
        }
        return filters;
    }

    private HistorySupplement history() {
        return switch (random.nextInt(16)) {
            case 0 -> one(HistorySupplement.Profile.values());
            case 1 -> new HistorySupplement.Subset(SubExpression.of(ConceptReference.of(RandomOntology.SAME_AS)));
            case 2 ->
                new HistorySupplement.Subset(new EclExpression.Disjunction(List.of(
                        SubExpression.of(ConceptReference.of(RandomOntology.SAME_AS)),
                        SubExpression.of(ConceptReference.of(RandomOntology.REPLACED_BY)))));
            default -> new HistorySupplement.None();
        };
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
