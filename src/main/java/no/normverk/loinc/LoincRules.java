package no.normverk.loinc;

import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.ConceptFilter;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.FilterOperator;
import no.normverk.terminology.memory.InMemoryCodeSystem;
import no.normverk.terminology.memory.PropertyFilters;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * LOINC's own filters (https://terminology.hl7.org/LOINC.html): parts by code or by name, the answers of a list or a term, {@code ancestor} and {@code descendant}.
 */
final class LoincRules implements InMemoryCodeSystem.Rules {

    @Override
    public ConceptSet select(CodeSystemVersion system, ConceptFilter filter) {
        boolean equality = filter.operator() == FilterOperator.EQUALS;
        if (LoincProperties.ANSWER_FILTERS.contains(filter.property()) && equality) {
            return answers(system, filter.value());
        }
        return switch (filter.property()) {
            case "ancestor" -> onConcept(system, FilterOperator.DESCENDENT_OF, filter);
            case "descendant" -> onConcept(system, FilterOperator.GENERALIZES, filter)
                    .minus(onConcept(system, FilterOperator.EQUALS, filter));
            case "concept", "code", "display", "definition", "parent", "child" -> new PropertyFilters(system).select(filter);
            default -> new PropertyFilters(system).selectByValueOrName(filter, value -> partName(system, value));
        };
    }

    private static ConceptSet onConcept(CodeSystemVersion system, FilterOperator operator, ConceptFilter filter) {
        return new PropertyFilters(system).select(new ConceptFilter("concept", operator, filter.value()));
    }

    private static @Nullable String partName(CodeSystemVersion system, String value) {
        int part = value.startsWith("LP") ? system.locate(value) : -1;
        return part < 0 ? null : system.display(part);
    }

    /** The answers of a list (LL...), or of the lists that belong to a term. */
    private static ConceptSet answers(CodeSystemVersion system, String code) {
        RoaringBitmap answers = new RoaringBitmap();
        int concept = system.locate(code);
        if (concept >= 0) {
            addAnswers(system, concept, answers);
            for (ConceptProperty property : system.properties(concept)) {
                int list = property.code().equals(LoincProperties.LIST_OF_TERM) ? system.locate(property.value().text()) : -1;
                if (list >= 0) {
                    addAnswers(system, list, answers);
                }
            }
        }
        return ConceptSet.of(answers);
    }

    private static void addAnswers(CodeSystemVersion system, int list, RoaringBitmap answers) {
        for (ConceptProperty property : system.properties(list)) {
            int answer = property.code().equals(LoincProperties.ANSWER) ? system.locate(property.value().text()) : -1;
            if (answer >= 0) {
                answers.add(answer);
            }
        }
    }

    @Override
    public boolean isShownByDefault(String property) {
        return LoincProperties.isShownByDefault(property);
    }
}
