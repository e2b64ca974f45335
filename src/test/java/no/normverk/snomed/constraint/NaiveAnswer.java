package no.normverk.snomed.constraint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import no.normverk.snomed.Sctid;
import no.normverk.snomed.ecl.ActiveFilter;
import no.normverk.snomed.ecl.Attribute;
import no.normverk.snomed.ecl.AttributeSet;
import no.normverk.snomed.ecl.Cardinality;
import no.normverk.snomed.ecl.Comparison;
import no.normverk.snomed.ecl.ConceptReference;
import no.normverk.snomed.ecl.EclExpression;
import no.normverk.snomed.ecl.Equality;
import no.normverk.snomed.ecl.FilterConstraint;
import no.normverk.snomed.ecl.Focus;
import no.normverk.snomed.ecl.HistorySupplement;
import no.normverk.snomed.ecl.MemberFilter;
import no.normverk.snomed.ecl.MemberOf;
import no.normverk.snomed.ecl.Order;
import no.normverk.snomed.ecl.Refinement;
import no.normverk.snomed.ecl.SubExpression;

/** Answers constraints from their definition: sets of identifiers, lists looked through from end to end, nothing indexed. */
final class NaiveAnswer {

    static final String TARGET = "targetComponentId";

    /** What a concept has: the value is a concept, or else 0 and a concrete value as in a release file. */
    private record Fact(int group, long type, long value, String concrete, boolean reversed) {}

    private final RandomOntology ontology;
    private final NaiveFilters filters = new NaiveFilters(this);

    NaiveAnswer(RandomOntology ontology) {
        this.ontology = ontology;
    }

    Set<Long> evaluate(EclExpression expression) {
        return switch (expression) {
            case EclExpression.Conjunction(var operands) -> {
                Set<Long> all = evaluate(operands.getFirst());
                operands.forEach(operand -> all.retainAll(evaluate(operand)));
                yield all;
            }
            case EclExpression.Disjunction(var operands) -> {
                Set<Long> any = new HashSet<>();
                operands.forEach(operand -> any.addAll(evaluate(operand)));
                yield any;
            }
            case EclExpression.Exclusion(var included, var excluded) -> {
                Set<Long> left = evaluate(included);
                left.removeAll(evaluate(excluded));
                yield left;
            }
            case EclExpression.Refined(var focus, var refinement) -> {
                Set<Long> found = evaluate(focus);
                found.removeIf(concept -> !satisfies(refinement, concept));
                yield found;
            }
            case EclExpression.Dotted(var source, var attributes) -> {
                Set<Long> found = evaluate(source);
                for (SubExpression attribute : attributes) {
                    found = values(found, evaluate(attribute));
                }
                yield found;
            }
            case SubExpression sub -> sub(sub);
        };
    }

    private Set<Long> values(Set<Long> sources, Set<Long> types) {
        Set<Long> found = new HashSet<>();
        for (RandomOntology.Relationship each : ontology.relationships) {
            if (sources.contains(each.source()) && types.contains(each.type())) {
                found.add(each.target());
            }
        }
        return found;
    }

    private Set<Long> sub(SubExpression sub) {
        boolean asksForStatus = sub.filters().stream()
                .anyMatch(filter -> filter instanceof FilterConstraint.OfConcepts concepts
                        && concepts.filters().stream().anyMatch(ActiveFilter.class::isInstance));
        Set<Long> focus = switch (sub.focus()) {
            case ConceptReference concept -> new HashSet<>(Set.of(concept.identifier()));
            case Focus.Wildcard _ -> new HashSet<>(ontology.concepts);
            case Focus.AlternateIdentifier _ -> new HashSet<>();
            case Focus.Nested nested -> evaluate(nested.expression());
        };
        if (!(sub.memberOf() instanceof MemberOf.None)) {
            focus = members(focus, sub);
        } else if (sub.focus() instanceof Focus.Wildcard && asksForStatus) {
            focus.addAll(ontology.inactive);
        }
        Set<Long> found = walk(sub, focus);
        for (FilterConstraint filter : sub.filters()) {
            switch (filter) {
                case FilterConstraint.OfConcepts(var asked) ->
                    found.removeIf(concept -> !asked.stream().allMatch(each -> filters.ofConcept(each, concept, ontology)));
                case FilterConstraint.OfDescriptions(var asked) ->
                    found.removeIf(concept -> ontology.descriptions.stream()
                            .noneMatch(each -> each.concept() == concept && filters.ofDescription(asked, each)));
            }
        }
        Set<Long> associations = switch (sub.history()) {
            case HistorySupplement.None _ -> Set.of();
            case HistorySupplement.Profile profile ->
                profile == HistorySupplement.Profile.MINIMUM
                        ? Set.of(RandomOntology.SAME_AS)
                        : Set.of(RandomOntology.SAME_AS, RandomOntology.REPLACED_BY);
            case HistorySupplement.Subset(var subset) -> evaluate(subset);
        };
        if (!associations.isEmpty()) {
            Set<Long> old = new HashSet<>();
            for (RandomOntology.Association each : ontology.associations) {
                if (associations.contains(each.refset()) && found.contains(each.to())) {
                    old.add(each.from());
                }
            }
            found.addAll(old);
        }
        return found;
    }

    private Set<Long> members(Set<Long> refsets, SubExpression sub) {
        List<NaiveFilters.Row> rows = new ArrayList<>();
        ontology.members.forEach(each ->
                rows.add(new NaiveFilters.Row(each.refset(), each.component(), 0, "", each.active(), each.origin())));
        ontology.associations.forEach(each ->
                rows.add(new NaiveFilters.Row(each.refset(), each.from(), each.to(), each.since(), true, each.origin())));
        List<MemberFilter> asked = sub.memberFilters().stream().flatMap(each -> each.filters().stream()).toList();
        rows.removeIf(row -> !(sub.focus() instanceof Focus.Wildcard) && !refsets.contains(row.refset()));
        rows.removeIf(row -> !filters.ofRows(asked, row));
        Set<Long> found = new HashSet<>();
        rows.forEach(row -> found.add(sub.memberOf() instanceof MemberOf.Fields ? row.target() : row.component()));
        return found;
    }

    private Set<Long> walk(SubExpression sub, Set<Long> set) {
        Set<Long> found = new HashSet<>();
        switch (sub.operator()) {
            case SELF -> found.addAll(set);
            case DESCENDANT_OF -> found.addAll(below(set));
            case DESCENDANT_OR_SELF_OF -> {
                found.addAll(set);
                found.addAll(below(set));
            }
            case CHILD_OF -> found.addAll(children(set));
            case CHILD_OR_SELF_OF -> {
                found.addAll(set);
                found.addAll(children(set));
            }
            case ANCESTOR_OF -> found.addAll(above(set));
            case ANCESTOR_OR_SELF_OF -> {
                found.addAll(set);
                found.addAll(above(set));
            }
            case PARENT_OF -> found.addAll(parents(set));
            case PARENT_OR_SELF_OF -> {
                found.addAll(set);
                found.addAll(parents(set));
            }
            case TOP -> {
                found.addAll(set);
                found.removeAll(below(set));
            }
            case BOTTOM -> {
                found.addAll(set);
                found.removeAll(above(set));
            }
        }
        return found;
    }

    private Set<Long> parents(Set<Long> set) {
        Set<Long> found = new HashSet<>();
        set.forEach(concept -> found.addAll(ontology.parents.getOrDefault(concept, Set.of())));
        return found;
    }

    private Set<Long> children(Set<Long> set) {
        Set<Long> found = new HashSet<>();
        ontology.parents.forEach((child, parents) -> {
            if (parents.stream().anyMatch(set::contains)) {
                found.add(child);
            }
        });
        return found;
    }

    private Set<Long> above(Set<Long> set) {
        Set<Long> found = parents(set);
        while (found.addAll(parents(found))) {
            // until nothing is new
        }
        return found;
    }

    private Set<Long> below(Set<Long> set) {
        Set<Long> found = children(set);
        while (found.addAll(children(found))) {
            // until nothing is new
        }
        return found;
    }

    private List<Fact> facts(long concept, boolean reversed) {
        List<Fact> facts = new ArrayList<>();
        for (RandomOntology.Relationship each : ontology.relationships) {
            if (reversed && each.target() == concept) {
                facts.add(new Fact(0, each.type(), each.source(), "", true));
            }
            if (each.source() == concept) {
                facts.add(new Fact(each.group(), each.type(), each.target(), "", false));
            }
        }
        for (RandomOntology.Concrete each : ontology.concretes) {
            if (each.source() == concept) {
                facts.add(new Fact(each.group(), each.type(), 0, each.value(), false));
            }
        }
        return facts;
    }

    private boolean satisfies(Refinement refinement, long concept) {
        return switch (refinement) {
            case AttributeSet set -> satisfies(set, facts(concept, true));
            case Refinement.Group group -> {
                long count = groups(facts(concept, hasReversed(group.attributes()))).stream()
                        .filter(facts -> satisfies(group.attributes(), facts))
                        .count();
                yield within(group.cardinality(), count);
            }
            case Refinement.Conjunction(var operands) -> operands.stream().allMatch(each -> satisfies(each, concept));
            case Refinement.Disjunction(var operands) -> operands.stream().anyMatch(each -> satisfies(each, concept));
        };
    }

    private static boolean hasReversed(AttributeSet set) {
        return switch (set) {
            case Attribute attribute -> attribute.reversed();
            case AttributeSet.Conjunction(var operands) -> operands.stream().anyMatch(NaiveAnswer::hasReversed);
            case AttributeSet.Disjunction(var operands) -> operands.stream().anyMatch(NaiveAnswer::hasReversed);
        };
    }

    private static List<List<Fact>> groups(List<Fact> facts) {
        List<List<Fact>> groups = new ArrayList<>();
        Set<Integer> numbers = new LinkedHashSet<>();
        for (Fact fact : facts) {
            if (fact.group == 0) {
                groups.add(List.of(fact));
            } else {
                numbers.add(fact.group);
            }
        }
        numbers.forEach(number -> groups.add(facts.stream().filter(fact -> fact.group == number).toList()));
        return groups;
    }

    private boolean satisfies(AttributeSet set, List<Fact> facts) {
        return switch (set) {
            case Attribute attribute -> {
                Predicate<Fact> matching = matching(attribute);
                yield within(attribute.cardinality(), facts.stream().filter(matching).count());
            }
            case AttributeSet.Conjunction(var operands) -> operands.stream().allMatch(each -> satisfies(each, facts));
            case AttributeSet.Disjunction(var operands) -> operands.stream().anyMatch(each -> satisfies(each, facts));
        };
    }

    private static boolean within(Cardinality cardinality, long count) {
        return count >= cardinality.least() && count <= cardinality.most();
    }

    private Predicate<Fact> matching(Attribute attribute) {
        Set<Long> types = evaluate(attribute.name());
        Predicate<Fact> type = fact -> types.contains(fact.type) && fact.reversed == attribute.reversed();
        return switch (attribute.comparison()) {
            case Comparison.Concepts(var operator, var value) -> {
                Set<Long> values = evaluate(value);
                yield type.and(fact -> fact.concrete.isEmpty() && values.contains(fact.value) == (operator == Equality.EQUAL));
            }
            case Comparison.Number(var operator, var value) ->
                type.and(fact -> fact.concrete.startsWith("#")
                        && compares(operator, new BigDecimal(fact.concrete.substring(1)).compareTo(value)));
            case Comparison.Text(var operator, var terms) ->
                type.and(fact -> fact.concrete.startsWith("\"")
                        && terms.stream().anyMatch(term -> NaiveFilters.isValue(term, fact.concrete.replace("\"", "")))
                                == (operator == Equality.EQUAL));
            case Comparison.Bool(var operator, var value) ->
                type.and(fact -> List.of("true", "false").contains(fact.concrete)
                        && fact.concrete.equals(Boolean.toString(value)) == (operator == Equality.EQUAL));
        };
    }

    static boolean compares(Order order, int sign) {
        return switch (order) {
            case EQUAL -> sign == 0;
            case NOT_EQUAL -> sign != 0;
            case LESS -> sign < 0;
            case LESS_OR_EQUAL -> sign <= 0;
            case GREATER -> sign > 0;
            case GREATER_OR_EQUAL -> sign >= 0;
        };
    }

    /** All identifiers that are below the root or the root itself; a check on the ontology, not on answers. */
    boolean isConnected() {
        Set<Long> reached = below(Set.of(Sctid.ROOT));
        reached.add(Sctid.ROOT);
        return reached.containsAll(ontology.concepts);
    }
}
