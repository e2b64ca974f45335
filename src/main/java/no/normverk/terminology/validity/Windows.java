package no.normverk.terminology.validity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.normverk.terminology.CodeSystemHeader;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.PropertyDefinition;
import org.jspecify.annotations.Nullable;

/**
 * The windows of time that a code system's concepts have, by the properties it declares: {@code validFrom} and {@code validTo}, the first and the last day of a code; and beside them windows of a use of
 * codes, such as {@code nprValidFrom} and {@code nprValidTo} of {@code nprReported}.
 *
 * @param uses properties that say whether codes are used for something, and hold within a window of their own
 */
record Windows(List<Use> uses) {

    static final String FROM = "validFrom";
    static final String TO = "validTo";

    /** A property that holds within a window, {@code <use>Reported} within {@code <use>ValidFrom} and {@code <use>ValidTo}. */
    record Use(String property, String from, String to) {}

    /** The windows of a code system; {@code null} when it does not declare any. */
    static @Nullable Windows of(CodeSystemHeader header) {
        Map<String, PropertyDefinition> properties = header.properties();
        if (!properties.containsKey(FROM) && !properties.containsKey(TO)) {
            return null;
        }
        List<Use> uses = new ArrayList<>();
        for (String property : properties.keySet().stream().sorted().toList()) {
            String use = property.endsWith("Reported") ? property.substring(0, property.length() - "Reported".length()) : "";
            if (!use.isEmpty() && (properties.containsKey(use + "ValidFrom") || properties.containsKey(use + "ValidTo"))) {
                uses.add(new Use(property, use + "ValidFrom", use + "ValidTo"));
            }
        }
        return new Windows(List.copyOf(uses));
    }

    static Window window(List<ConceptProperty> properties, String from, String to) {
        Window window = Window.ALWAYS;
        for (ConceptProperty property : properties) {
            if (property.code().equals(from)) {
                window = new Window(Window.day(property.value().text()), window.to());
            } else if (property.code().equals(to)) {
                window = new Window(window.from(), Window.day(property.value().text()));
            }
        }
        return window;
    }

    /** The use whose property it is, or {@code null}. */
    @Nullable Use use(String property) {
        for (Use use : uses) {
            if (use.property().equals(property)) {
                return use;
            }
        }
        return null;
    }
}
