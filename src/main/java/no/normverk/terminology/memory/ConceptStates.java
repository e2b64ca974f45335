package no.normverk.terminology.memory;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import no.normverk.terminology.CodeSystemHeader;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.ConceptSet;

/**
 * What the standard concept properties say of the concepts, worked out once. A property means {@code inactive}, {@code status} or {@code notSelectable}
 * when its declared URI says so, or when its code is that word.
 *
 * @param inactive concepts with {@code inactive = true} or a status that means the same
 * @param notSelectable concepts with {@code notSelectable = true}
 * @param statusProperties the codes of properties that hold a status
 */
record ConceptStates(ConceptSet inactive, ConceptSet notSelectable, Set<String> statusProperties) {

    static ConceptStates of(CodeSystemHeader header, ConceptDefinition[] concepts, Set<String> inactiveStatuses) {
        Set<String> inactive = codesMeaning(header, "inactive");
        Set<String> status = codesMeaning(header, "status");
        Set<String> notSelectable = codesMeaning(header, "notSelectable");
        return new ConceptStates(
                where(
                        concepts,
                        property -> (inactive.contains(property.code()) && InMemoryCodeSystem.isTrue(property.value()))
                                || (status.contains(property.code())
                                        && inactiveStatuses.contains(property.value().text()))),
                where(
                        concepts,
                        property -> notSelectable.contains(property.code()) && InMemoryCodeSystem.isTrue(property.value())),
                status);
    }

    private static Set<String> codesMeaning(CodeSystemHeader header, String standardProperty) {
        Set<String> codes = new HashSet<>(header.propertyCodesMeaning(standardProperty));
        codes.add(standardProperty);
        return Set.copyOf(codes);
    }

    private static ConceptSet where(ConceptDefinition[] concepts, Predicate<ConceptProperty> condition) {
        return ConceptSet.where(concepts.length, ordinal -> {
            for (ConceptProperty property : concepts[ordinal].properties()) {
                if (condition.test(property)) {
                    return true;
                }
            }
            return false;
        });
    }
}
