package no.normverk.loinc;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.normverk.terminology.Coding;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.Designation;
import no.normverk.terminology.Value;
import no.normverk.terminology.memory.ConceptDefinition;
import org.jspecify.annotations.Nullable;

/** A concept while its pieces are gathered from the files of a release. */
final class Concept {

    private final String code;
    private final String display;
    private @Nullable String definition;
    private final Set<String> parents = new LinkedHashSet<>();
    private final List<Designation> designations = new ArrayList<>();
    private final Set<ConceptProperty> properties = new LinkedHashSet<>();

    Concept(String code, String display) {
        this.code = code;
        this.display = display;
    }

    String code() {
        return code;
    }

    String display() {
        return display;
    }

    void define(String text) {
        definition = text.isEmpty() ? null : text;
    }

    void parent(String parent) {
        if (!parent.isEmpty() && !parent.equals(code)) {
            parents.add(parent);
        }
    }

    /** Adds a name, unless it is empty. */
    void name(String language, String use, String text) {
        if (!text.isEmpty()) {
            designations.add(new Designation(language, Coding.of(LoincRelease.URL, use, use), text));
        }
    }

    /** Adds a value that is a code of LOINC. */
    void code(String property, String value) {
        add(property, new Value.Code(value), value);
    }

    /** Adds a text, unless it is empty. */
    void text(String property, String value) {
        add(property, new Value.Text(value), value);
    }

    private void add(String property, Value value, String text) {
        if (!text.isEmpty()) {
            properties.add(new ConceptProperty(property, value));
        }
    }

    void inactive() {
        properties.add(new ConceptProperty("inactive", new Value.Bool(true)));
    }

    boolean has(String property) {
        return properties.stream().anyMatch(candidate -> candidate.code().equals(property));
    }

    ConceptDefinition build() {
        return new ConceptDefinition(
                code, display, definition, List.copyOf(parents), designations, List.copyOf(properties), List.of());
    }
}
