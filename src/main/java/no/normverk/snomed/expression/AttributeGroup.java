package no.normverk.snomed.expression;

import java.util.List;

/** {@code attributeGroup}: attributes that belong together; one at least. */
public record AttributeGroup(List<Attribute> attributes) {
    public AttributeGroup {
        if (attributes.isEmpty()) {
            throw new IllegalArgumentException("An attribute group has an attribute");
        }
        attributes = List.copyOf(attributes);
    }
}
