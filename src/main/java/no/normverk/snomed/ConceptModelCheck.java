package no.normverk.snomed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.normverk.snomed.expression.AttributeGroup;
import no.normverk.snomed.expression.SubExpression;
import no.normverk.terminology.ConceptFilter;
import no.normverk.terminology.FilterOperator;
import no.normverk.terminology.Message;
import no.normverk.terminology.Objection;
import no.normverk.terminology.TerminologyException;

/**
 * Checks an expression against the concept model: that every attribute applies to a focus concept (domain), has a value it may have (range), occurs no more often than it may, in all and in a group
 * (cardinality), and stands in no group when it must not (grouping). An attribute without braces where the model groups it is in a group of its own. Nested expressions are checked in the same way.
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
        SubExpression body = concept.expression().body();
        Map<Long, Integer> occurrences = new HashMap<>();
        body.attributes().forEach(attribute -> occurrences.merge(attribute.name().identifier(), 1, Integer::sum));
        for (AttributeGroup group : body.groups()) {
            Map<Long, Integer> inGroup = new HashMap<>();
            group.attributes().forEach(attribute -> inGroup.merge(attribute.name().identifier(), 1, Integer::sum));
            inGroup.forEach((attribute, count) -> {
                occurrences.merge(attribute, count, Integer::sum);
                checkGroup(concept, attribute, count);
            });
        }
        occurrences.forEach((attribute, count) -> checkAttribute(concept, attribute, count));
        concept.groups().forEach(group -> group.forEach(this::checkValue));
    }

    private void checkAttribute(PostcoordinatedConcept concept, long attribute, int count) {
        List<ConceptModel.Domain> rules = model.domains(attribute);
        List<ConceptModel.Domain> applying = applying(concept, attribute);
        if (rules.isEmpty()) {
            object(true, "concept-model-unknown-attribute", name(attribute));
        } else if (applying.isEmpty()) {
            boolean mandatory = rules.stream().anyMatch(ConceptModel.Domain::mandatory);
            String wanted = String.join(", ", rules.stream().map(rule -> name(rule.domain())).toList());
            object(mandatory, "concept-model-domain", name(attribute), focus(concept), wanted);
        } else {
            applying.stream().filter(rule -> count > rule.most()).findFirst().ifPresent(rule -> object(
                    rule.mandatory(), "concept-model-cardinality", name(attribute), Integer.toString(count), Integer.toString(rule.most())));
        }
    }

    private void checkGroup(PostcoordinatedConcept concept, long attribute, int count) {
        for (ConceptModel.Domain rule : applying(concept, attribute)) {
            if (!rule.grouped()) {
                object(rule.mandatory(), "concept-model-ungrouped", name(attribute));
            } else if (count > rule.mostInGroup()) {
                object(
                        rule.mandatory(),
                        "concept-model-cardinality-in-group",
                        name(attribute),
                        Integer.toString(count),
                        Integer.toString(rule.mostInGroup()));
            }
        }
    }

    private List<ConceptModel.Domain> applying(PostcoordinatedConcept concept, long attribute) {
        return model.domains(attribute).stream()
                .filter(rule -> {
                    for (int focus : concept.focus()) {
                        if (isAmong(focus, rule.constraint())) {
                            return true;
                        }
                    }
                    return false;
                })
                .toList();
    }

    private void checkValue(PostcoordinatedConcept.Attribute attribute) {
        PostcoordinatedConcept nested = attribute.nested();
        if (nested != null) {
            check(nested);
        }
        List<ConceptModel.Range> ranges = model.ranges(edition.sctid(attribute.name()));
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
