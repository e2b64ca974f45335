package no.normverk.fhir.operation;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.normverk.terminology.Extension;
import no.normverk.terminology.Value;
import org.jspecify.annotations.Nullable;

/**
 * What extensions of a concept and of its mention in a value set become in an expansion: a few are properties there, a few are repeated, the rest is left out. The value set's word
 * counts for more than the code system's.
 *
 * @param properties by property code
 * @param extensions to repeat, by URL
 * @param status the standards status that the code system gives the concept, or {@code null}
 */
record ConceptExtras(Map<String, Value> properties, Map<String, Extension> extensions, @Nullable String status) {

    private static final String BASE = "http://hl7.org/fhir/StructureDefinition/";

    private static final String STANDARDS_STATUS = BASE + "structuredefinition-standards-status";

    private static final Map<String, String> AS_PROPERTY = Map.of(
            BASE + "codesystem-label", "label",
            BASE + "valueset-label", "label",
            BASE + "codesystem-conceptOrder", "order",
            BASE + "valueset-conceptOrder", "order",
            BASE + "itemWeight", "weight");

    private static final Set<String> REPEATED = Set.of(
            BASE + "rendering-style",
            BASE + "rendering-xhtml",
            BASE + "valueset-deprecated",
            BASE + "valueset-concept-definition",
            STANDARDS_STATUS);

    /** The formal meaning of the properties that extensions become. */
    static final Map<String, String> PROPERTY_URIS = Map.of(
            "label", "http://hl7.org/fhir/concept-properties#label",
            "order", "http://hl7.org/fhir/concept-properties#order",
            "weight", "http://hl7.org/fhir/concept-properties#itemWeight");

    private static final ConceptExtras NONE = new ConceptExtras(Map.of(), Map.of(), null);

    static ConceptExtras of(List<Extension> ofCodeSystem, List<Extension> ofValueSet) {
        if (ofCodeSystem.isEmpty() && ofValueSet.isEmpty()) {
            return NONE;
        }
        String status = ofCodeSystem.stream()
                .filter(extension -> extension.url().equals(STANDARDS_STATUS))
                .map(extension -> extension.value().text())
                .findFirst()
                .orElse(null);
        ConceptExtras extras = new ConceptExtras(new LinkedHashMap<>(), new LinkedHashMap<>(), status);
        ofCodeSystem.stream().filter(extension -> !extension.url().equals(STANDARDS_STATUS)).forEach(extras::add);
        ofValueSet.forEach(extras::add);
        return extras;
    }

    private void add(Extension extension) {
        String property = AS_PROPERTY.get(extension.url());
        if (property != null) {
            properties.put(property, property.equals("label") ? extension.value() : decimal(extension.value()));
        } else if (REPEATED.contains(extension.url())) {
            extensions.put(extension.url(), extension);
        }
    }

    private static Value decimal(Value value) {
        return switch (value) {
            case Value.Whole whole -> new Value.Decimal(BigDecimal.valueOf(whole.value()));
            case Value.Decimal decimal -> decimal;
            default -> value;
        };
    }
}
