package no.normverk.terminology;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A property of a concept that has parts: what belongs together, such as the attributes of one relationship group of SNOMED CT, or what is said of one mapping.
 *
 * @param code the property's code
 * @param value the value, or {@code null} where there are only parts
 * @param property where the property itself is a concept of the same version: its ordinal; otherwise -1
 * @param target the same of the value
 * @param parts the parts, each a property of its own
 */
public record CompoundProperty(String code, @Nullable Value value, int property, int target, List<ConceptProperty> parts) {}
