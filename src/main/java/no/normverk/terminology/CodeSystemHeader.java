package no.normverk.terminology;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a code system version says of itself, apart from its concepts.
 *
 * @param url canonical URL
 * @param version business version, or {@code null} when it has none
 * @param name computable name
 * @param title name for people
 * @param language BCP 47 tag of its displays
 * @param standing publication status and related facts
 * @param content FHIR's CodeSystemContentMode: complete, fragment, example, supplement or not-present
 * @param caseSensitive whether codes that differ only by case are different codes
 * @param supplements for a supplement, the code system it adds to
 * @param hierarchyMeaning FHIR's hierarchyMeaning, {@code is-a} when not stated
 * @param properties declared properties by code
 */
public record CodeSystemHeader(
        String url,
        @Nullable String version,
        @Nullable String name,
        @Nullable String title,
        @Nullable String language,
        Standing standing,
        String content,
        boolean caseSensitive,
        @Nullable Canonical supplements,
        @Nullable String hierarchyMeaning,
        Map<String, PropertyDefinition> properties) {

    public CodeSystemHeader {
        properties = Map.copyOf(properties);
    }

    /** A plain complete, active, case-sensitive code system. */
    public static CodeSystemHeader complete(String url, @Nullable String version, String name, @Nullable String language) {
        return new CodeSystemHeader(
                url, version, name, name, language, Standing.ACTIVE, "complete", true, null, "is-a", Map.of());
    }

    /** This header with the properties that supplements declare added to its own. */
    public CodeSystemHeader withProperties(List<CodeSystemVersion> supplements) {
        Map<String, PropertyDefinition> all = new HashMap<>();
        supplements.forEach(supplement -> all.putAll(supplement.header().properties()));
        all.putAll(properties);
        return new CodeSystemHeader(
                url, version, name, title, language, standing, content, caseSensitive, this.supplements, hierarchyMeaning, all);
    }

    /** This header under another URI of the same system. */
    CodeSystemHeader withUrl(String other) {
        return new CodeSystemHeader(
                other, version, name, title, language, standing, content, caseSensitive, supplements, hierarchyMeaning, properties);
    }

    public Canonical canonical() {
        return new Canonical(url, version);
    }

    public boolean isFragment() {
        return content.equals("fragment");
    }

    /** The codes of the declared properties whose meaning is one of FHIR's standard concept properties, such as {@code notSelectable}. */
    public List<String> propertyCodesMeaning(String standardProperty) {
        String uri = "http://hl7.org/fhir/concept-properties#" + standardProperty;
        return properties.values().stream()
                .filter(property -> uri.equals(property.uri()))
                .map(PropertyDefinition::code)
                .toList();
    }
}
