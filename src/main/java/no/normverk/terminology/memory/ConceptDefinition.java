package no.normverk.terminology.memory;

import java.util.List;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.Designation;
import no.normverk.terminology.Extension;
import org.jspecify.annotations.Nullable;

/**
 * One concept of a code system's definition.
 *
 * @param code the code
 * @param display the text in the code system's own language
 * @param definition the formal definition
 * @param parents codes of the concepts it is nested in or names as parent
 * @param designations other texts
 * @param properties own properties
 * @param extensions extensions that answers may repeat
 */
public record ConceptDefinition(
        String code,
        @Nullable String display,
        @Nullable String definition,
        List<String> parents,
        List<Designation> designations,
        List<ConceptProperty> properties,
        List<Extension> extensions) {

    /** A concept with nothing but a code, a display and parents. */
    public static ConceptDefinition of(String code, @Nullable String display, String... parents) {
        return new ConceptDefinition(code, display, null, List.of(parents), List.of(), List.of(), List.of());
    }
}
