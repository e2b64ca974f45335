package no.normverk.terminology.matching;

import java.util.List;
import no.normverk.terminology.Value;
import org.jspecify.annotations.Nullable;

/**
 * A property that is looked for.
 *
 * @param code the property, {@code display} for a text of the concept
 * @param value its value; {@code null} for one that only groups others
 * @param parts properties that must stand together, as in a relationship group of SNOMED CT
 */
public record WantedProperty(String code, @Nullable Value value, List<WantedProperty> parts) {

    public WantedProperty {
        parts = List.copyOf(parts);
    }
}
