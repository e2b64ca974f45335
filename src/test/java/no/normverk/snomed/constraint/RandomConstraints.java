package no.normverk.snomed.constraint;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import no.normverk.snomed.Sctid;
import no.normverk.snomed.ecl.Acceptability;
import no.normverk.snomed.ecl.ActiveFilter;
import no.normverk.snomed.ecl.Attribute;
import no.normverk.snomed.ecl.AttributeSet;
import no.normverk.snomed.ecl.Cardinality;
import no.normverk.snomed.ecl.Comparison;
import no.normverk.snomed.ecl.ConceptFilter;
import no.normverk.snomed.ecl.ConceptReference;
import no.normverk.snomed.ecl.ConceptReferenceSet;
import no.normverk.snomed.ecl.DescriptionFilter;
import no.normverk.snomed.ecl.DescriptionType;
import no.normverk.snomed.ecl.DialectAlias;
import no.normverk.snomed.ecl.DialectIdSet;
import no.normverk.snomed.ecl.EclExpression;
import no.normverk.snomed.ecl.EffectiveTimeFilter;
import no.normverk.snomed.ecl.Equality;
import no.normverk.snomed.ecl.FilterConstraint;
import no.normverk.snomed.ecl.Focus;
import no.normverk.snomed.ecl.HierarchyOperator;
import no.normverk.snomed.ecl.HistorySupplement;
import no.normverk.snomed.ecl.MemberFilter;
import no.normverk.snomed.ecl.MemberFilterConstraint;
import no.normverk.snomed.ecl.MemberOf;
import no.normverk.snomed.ecl.ModuleFilter;
import no.normverk.snomed.ecl.Order;
import no.normverk.snomed.ecl.Refinement;
import no.normverk.snomed.ecl.SearchTerm;
import no.normverk.snomed.ecl.SubExpression;
import no.normverk.snomed.ecl.TimeValue;

/** Random constraints on the concepts of a random ontology. */
final class RandomConstraints {

    /** The names of {@link RandomOntology#DIALECTS}, in their order. */
    static final List<String> ALIASES = List.of("en-us", "en-gb", "sv-se");

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
        if (association && random.nextInt(3) == 0) {
            filters.add(new MemberFilter.Field(RandomOntology.SINCE, since()));
        }
        if (random.nextInt(3) == 0) {
            filters.add(new ActiveFilter(one(Equality.values()), random.nextBoolean()));
        }
        if (random.nextInt(3) == 0) {
            filters.add(random.nextBoolean() ? module() : time());
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
        if (random.nextInt(4) > 0) {
            return List.of();
        }
        if (random.nextInt(2) == 0) {
            return List.of(new FilterConstraint.OfDescriptions(descriptionFilters()));
        }
        ConceptFilter filter = switch (random.nextInt(5)) {
            case 0 -> new ActiveFilter(one(Equality.values()), random.nextBoolean());
            case 1 -> module();
            case 2 -> time();
            case 3 -> new ConceptFilter.DefinitionStatusId(
                    one(Equality.values()), SubExpression.of(ConceptReference.of(random.nextBoolean() ? Sctid.DEFINED : Sctid.PRIMITIVE)));
            default -> new ConceptFilter.DefinitionStatus(one(Equality.values()), List.of(one(ConceptFilter.Status.values())));
        };
        return List.of(new FilterConstraint.OfConcepts(List.of(filter)));
    }

    private ModuleFilter module() {
        List<ConceptReference> all = RandomOntology.MODULES.stream().map(ConceptReference::of).toList();
        return new ModuleFilter(
                one(Equality.values()),
                random.nextInt(4) == 0
                        ? new ConceptReferenceSet(all)
                        : SubExpression.of(all.get(random.nextInt(all.size()))));
    }

    private EffectiveTimeFilter time() {
        List<TimeValue> times = random.nextInt(3) == 0 ? List.of(day(), day()) : List.of(day());
        return new EffectiveTimeFilter(one(Order.values()), times);
    }

    private TimeValue day() {
        return new TimeValue(Optional.of(LocalDate.parse(one(RandomOntology.DAYS), DateTimeFormatter.BASIC_ISO_DATE)));
    }

    /** Dates alone after = and != are texts; with a day that is left out they are times. */
    private Comparison since() {
        Order order = one(Order.values());
        if (order == Order.EQUAL || order == Order.NOT_EQUAL) {
            TimeValue none = new TimeValue(Optional.empty());
            return random.nextBoolean()
                    ? new Comparison.Times(order, random.nextBoolean() ? List.of(none) : List.of(day(), none))
                    : new Comparison.Text(one(Equality.values()), List.of(new SearchTerm.Match(List.of(one(RandomOntology.DAYS)))));
        }
        return new Comparison.Times(order, List.of(day()));
    }

    private SearchTerm term() {
        String word = one(RandomOntology.WORDS);
        return switch (random.nextInt(6)) {
            case 0, 1 -> new SearchTerm.Wild(List.of("", word.substring(1)));
            case 2 -> new SearchTerm.Regex(".*" + word + " (b|s).*");
            case 3 -> new SearchTerm.Exact(word + " " + word);
            default -> new SearchTerm.Match(List.of(word.substring(0, 1 + random.nextInt(word.length()))));
        };
    }

    private List<DescriptionFilter> descriptionFilters() {
        List<DescriptionFilter> filters = new ArrayList<>();
        if (random.nextInt(3) > 0) {
            filters.add(new DescriptionFilter.Term(one(Equality.values()), random.nextInt(4) == 0 ? List.of(term(), term()) : List.of(term())));
        }
        for (int more = random.nextInt(3); more > 0 || filters.isEmpty(); more--) {
            filters.add(otherDescriptionFilter());
        }
        return filters;
    }

    private DescriptionFilter otherDescriptionFilter() {
        Equality operator = one(Equality.values());
        return switch (random.nextInt(12)) {
            case 0 -> new DescriptionFilter.Language(operator, List.of("sv"));
            case 1 -> new ActiveFilter(operator, random.nextBoolean());
            case 2 -> new DescriptionFilter.Type(operator, List.of(one(DescriptionType.values())));
            case 3 -> new DescriptionFilter.TypeId(
                    operator, SubExpression.of(ConceptReference.of(RandomOntology.pick(random, RandomOntology.TYPES))));
            case 4 -> module();
            case 5 -> time();
            case 6 -> new DescriptionFilter.Id(
                    operator, List.of(ontology.descriptions.get(random.nextInt(ontology.descriptions.size())).id()));
            case 7, 8 -> new DescriptionFilter.DialectId(
                    operator, new DialectIdSet(List.of(dialectId(accept()), dialectId(acceptOrAny()))), acceptOrAny());
            default -> new DescriptionFilter.Dialect(
                    operator,
                    random.nextBoolean()
                            ? List.of(new DialectAlias(oneOf(ALIASES), new Acceptability.Any()))
                            : List.of(new DialectAlias(oneOf(ALIASES), acceptOrAny()), new DialectAlias(oneOf(ALIASES), accept())),
                    acceptOrAny());
        };
    }

    private DialectIdSet.Dialect dialectId(Acceptability acceptability) {
        return new DialectIdSet.Dialect(ConceptReference.of(RandomOntology.pick(random, RandomOntology.DIALECTS)), acceptability);
    }

    private Acceptability acceptOrAny() {
        return random.nextBoolean() ? new Acceptability.Any() : accept();
    }

    private Acceptability accept() {
        return random.nextBoolean()
                ? new Acceptability.Tokens(List.of(one(Acceptability.Token.values())))
                : new Acceptability.Concepts(List.of(ConceptReference.of(random.nextBoolean() ? Sctid.PREFERRED : Sctid.ACCEPTABLE)));
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
        if (random.nextInt(4) == 0) {
            return new Attribute(cardinality(), false, name(), concrete());
        }
        return new Attribute(
                cardinality(),
                random.nextInt(4) == 0,
                name(),
                new Comparison.Concepts(random.nextInt(4) == 0 ? Equality.NOT_EQUAL : Equality.EQUAL, sub(Math.max(0, depth))));
    }

    private Comparison.OfAttribute concrete() {
        return switch (random.nextInt(4)) {
            case 0, 1 -> new Comparison.Text(one(Equality.values()), List.of(term()));
            case 2 -> new Comparison.Bool(one(Equality.values()), random.nextBoolean());
            default -> new Comparison.Number(one(Order.values()), BigDecimal.valueOf(random.nextInt(4)));
        };
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

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
