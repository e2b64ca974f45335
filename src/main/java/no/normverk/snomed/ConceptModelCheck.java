package no.normverk.snomed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import no.normverk.snomed.expression.AttributeGroup;
import no.normverk.snomed.expression.SubExpression;
import no.normverk.terminology.ConceptFilter;
import no.normverk.terminology.FilterOperator;
import no.normverk.terminology.Message;
import no.normverk.terminology.Objection;
import no.normverk.terminology.TerminologyException;

/**
 * Checks an expression against the concept model: that every attribute applies to a focus concept (domain), has a value it may have (range), occurs no more often than it may, in all and in a group
 * (cardinality), and stands in no group when it must not (grouping); and that what a domain asks for is there. What the focus concepts have by themselves counts with what the expression says. An attribute
 * without braces where the model groups it is in a group of its own. Nested expressions are checked in the same way.
 */
final class ConceptModelCheck {

    private final SnomedEdition edition;
    private final ConceptModel model;
    private final List<Objection> found = new ArrayList<>();

    private ConceptModelCheck(SnomedEdition edition, ConceptModel model) {
        this.edition = edition;
        this.model = model;
    }

    /** What the model has against an expression; empty when nothing. */
    static List<Objection> objections(SnomedEdition edition, ConceptModel model, PostcoordinatedConcept concept) {
        ConceptModelCheck check = new ConceptModelCheck(edition, model);
        check.check(concept);
        return check.found.stream().distinct().toList();
    }

    private void check(PostcoordinatedConcept concept) {
        ConceptModel.Rules rules = model.rules(modules(concept));
        rules.missing().forEach(ruleSet -> object(false, "concept-model-rules-missing", name(ruleSet)));
        SubExpression body = concept.expression().body();
        Map<Long, Integer> occurrences = new HashMap<>();
        body.attributes().forEach(attribute -> occurrences.merge(attribute.name().identifier(), 1, Integer::sum));
        for (AttributeGroup group : body.groups()) {
            Map<Long, Integer> inGroup = new HashMap<>();
            group.attributes().forEach(attribute -> inGroup.merge(attribute.name().identifier(), 1, Integer::sum));
            inGroup.forEach((attribute, count) -> {
                occurrences.merge(attribute, count, Integer::sum);
                checkGroup(concept, rules, attribute, count);
            });
        }
        List<PostcoordinatedConcept.Attribute> meant = new NormalForm(edition)
                .withoutRedundant(concept.allGroups(edition)).stream().flatMap(List::stream).toList();
        occurrences.forEach((attribute, count) -> {
            int named = edition.locate(attribute);
            long inAll = meant.stream().filter(each -> each.name() == named).count();
            checkAttribute(concept, rules, attribute, Math.max(count, (int) inAll));
        });
        concept.groups().forEach(group -> group.forEach(attribute -> checkValue(rules, attribute)));
        for (ConceptModel.Domain demand : rules.demanding()) {
            if (appliesTo(concept, demand)) {
                checkDemand(concept, rules, demand, meant);
            }
        }
    }

    /** The modules of the concepts that an expression is made of; a nested expression has its own. */
    private Set<Long> modules(PostcoordinatedConcept concept) {
        Set<Long> modules = new TreeSet<>();
        for (int focus : concept.focus()) {
            modules.add(edition.module(focus));
        }
        for (List<PostcoordinatedConcept.Attribute> group : concept.groups()) {
            for (PostcoordinatedConcept.Attribute attribute : group) {
                modules.add(edition.module(attribute.name()));
                if (attribute.value() >= 0) {
                    modules.add(edition.module(attribute.value()));
                }
            }
        }
        return modules;
    }

    private void checkAttribute(PostcoordinatedConcept concept, ConceptModel.Rules model, long attribute, int count) {
        List<ConceptModel.Domain> rules = model.domains(attribute);
        List<ConceptModel.Domain> applying = rules.stream().filter(rule -> appliesTo(concept, rule)).toList();
        if (rules.isEmpty()) {
            object(true, "concept-model-unknown-attribute", name(attribute));
        } else if (applying.isEmpty()) {
            boolean mandatory = rules.stream().anyMatch(ConceptModel.Domain::mandatory);
            String wanted = String.join(", ", rules.stream().map(rule -> name(rule.domain())).toList());
            object(mandatory, "concept-model-domain", name(attribute), focus(concept), wanted);
        } else {
            applying.stream().filter(rule -> count > rule.inAll().most()).findFirst().ifPresent(rule ->
                    objectToCount(rule, "concept-model-cardinality", count, rule.inAll().most()));
        }
    }

    private void checkGroup(PostcoordinatedConcept concept, ConceptModel.Rules rules, long attribute, int count) {
        for (ConceptModel.Domain rule : rules.domains(attribute)) {
            if (!appliesTo(concept, rule)) {
                continue;
            }
            if (!rule.grouped()) {
                object(rule.mandatory(), "concept-model-ungrouped", name(attribute));
            } else if (count > rule.inGroup().most()) {
                objectToCount(rule, "concept-model-cardinality-in-group", count, rule.inGroup().most());
            }
        }
    }

    /** An attribute that a domain asks for must be there, itself or a narrower one: in all, and in every group of the expression that has attributes of that domain. */
    private void checkDemand(
            PostcoordinatedConcept concept,
            ConceptModel.Rules rules,
            ConceptModel.Domain demand,
            List<PostcoordinatedConcept.Attribute> meant) {
        long inAll = count(demand, meant);
        if (inAll < demand.inAll().least()) {
            objectToCount(demand, "concept-model-too-few", inAll, demand.inAll().least());
        }
        for (List<PostcoordinatedConcept.Attribute> group : concept.groups()) {
            boolean ofDomain = group.stream().anyMatch(attribute -> rules.domains(edition.sctid(attribute.name())).stream()
                    .anyMatch(rule -> rule.grouped() && rule.domain() == demand.domain()));
            long inGroup = count(demand, group);
            if (demand.grouped() && ofDomain && inGroup < demand.inGroup().least()) {
                objectToCount(demand, "concept-model-too-few-in-group", inGroup, demand.inGroup().least());
            }
        }
    }

    private long count(ConceptModel.Domain demand, List<PostcoordinatedConcept.Attribute> attributes) {
        int wanted = edition.locate(demand.attribute());
        return attributes.stream()
                .filter(attribute -> wanted >= 0 && edition.hierarchy().isSelfOrAncestor(wanted, attribute.name()))
                .count();
    }

    private void objectToCount(ConceptModel.Domain rule, String message, long count, int bound) {
        object(rule.mandatory(), message, name(rule.attribute()), Long.toString(count), Integer.toString(bound));
    }

    private boolean appliesTo(PostcoordinatedConcept concept, ConceptModel.Domain rule) {
        for (int focus : concept.focus()) {
            if (isAmong(focus, rule.constraint())) {
                return true;
            }
        }
        return false;
    }

    private void checkValue(ConceptModel.Rules rules, PostcoordinatedConcept.Attribute attribute) {
        PostcoordinatedConcept nested = attribute.nested();
        if (nested != null) {
            check(nested);
        }
        List<ConceptModel.Range> ranges = rules.ranges(edition.sctid(attribute.name()));
        if (ranges.isEmpty() || ranges.stream().anyMatch(range -> isWithin(attribute, range.constraint()))) {
            return;
        }
        ConcreteValue concrete = attribute.concrete();
        String value = concrete != null ? concrete.text() : nested != null ? nested.code() : name(edition.sctid(attribute.value()));
        String wanted = String.join(" or ", ranges.stream().map(ConceptModel.Range::constraint).toList());
        boolean mandatory = ranges.stream().anyMatch(ConceptModel.Range::mandatory);
        object(mandatory, "concept-model-range", value, name(edition.sctid(attribute.name())), wanted);
    }

    private boolean isWithin(PostcoordinatedConcept.Attribute attribute, String constraint) {
        ConcreteValue concrete = attribute.concrete();
        if (concrete != null || ConcreteRange.isOne(constraint)) {
            return concrete != null && ConcreteRange.holds(constraint, concrete);
        }
        PostcoordinatedConcept nested = attribute.nested();
        if (nested == null) {
            return isAmong(attribute.value(), constraint);
        }
        try {
            return edition.satisfies(nested, constraint);
        } catch (TerminologyException e) {
            undecided(constraint, e);
            return true;
        }
    }

    private boolean isAmong(int concept, String constraint) {
        try {
            return edition.filter(new ConceptFilter("constraint", FilterOperator.EQUALS, constraint)).contains(concept);
        } catch (TerminologyException e) {
            undecided(constraint, e);
            return true;
        }
    }

    /** A rule about concepts that this edition does not have cannot be applied; that is told, and held against nobody. */
    private void undecided(String constraint, TerminologyException why) {
        List<String> arguments = why.issues().getFirst().message().arguments();
        object(false, "concept-model-undecided", constraint, arguments.isEmpty() ? "" : arguments.getLast());
    }

    private void object(boolean mandatory, String message, String... arguments) {
        found.add(new Objection(mandatory, Message.of(message, arguments)));
    }

    private String focus(PostcoordinatedConcept concept) {
        List<String> names = new ArrayList<>();
        for (int focus : concept.focus()) {
            names.add(name(edition.sctid(focus)));
        }
        return String.join(" + ", names);
    }

    private String name(long id) {
        int concept = edition.locate(id);
        String display = concept < 0 ? null : edition.display(concept);
        return display == null ? Long.toString(id) : id + " |" + display + "|";
    }
}
