package no.normverk.terminology.valueset;

import java.util.List;
import no.normverk.terminology.Designation;
import no.normverk.terminology.Extension;
import org.jspecify.annotations.Nullable;

/**
 * A concept that a value set lists ({@code ValueSet.compose.include.concept}).
 *
 * @param code the code
 * @param display the text to show in this value set instead of the code system's
 * @param designations further texts in this value set
 * @param extensions extensions that an expansion may repeat
 */
public record ConceptReference(
        String code, @Nullable String display, List<Designation> designations, List<Extension> extensions) {

    /** Whether the value set says no more of the concept than that it is in it. */
    public boolean isCodeOnly() {
        return display == null && designations.isEmpty() && extensions.isEmpty();
    }
}
