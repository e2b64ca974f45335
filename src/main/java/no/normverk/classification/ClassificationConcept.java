package no.normverk.classification;

import java.util.List;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.Designation;
import org.jspecify.annotations.Nullable;

/**
 * One concept of a classification.
 *
 * @param code as the owner of the code system writes it
 * @param display the full text
 * @param parent code of the parent; {@code null} at the top
 * @param designations other texts
 * @param properties in the order in which they are declared
 * @param definition what the code means, said at length; {@code null} when the file does not say
 */
public record ClassificationConcept(
        String code,
        String display,
        @Nullable String parent,
        List<Designation> designations,
        List<ConceptProperty> properties,
        @Nullable String definition) {

    public ClassificationConcept {
        designations = List.copyOf(designations);
        properties = List.copyOf(properties);
    }

    /** A concept without a definition. */
    public ClassificationConcept(
            String code,
            String display,
            @Nullable String parent,
            List<Designation> designations,
            List<ConceptProperty> properties) {
        this(code, display, parent, designations, properties, null);
    }
}
