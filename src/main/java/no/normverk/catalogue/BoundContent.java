package no.normverk.catalogue;

import java.util.Arrays;
import java.util.Optional;

/**
 * Content that a product cannot be followed without: a code system, value set, map or profile that it names.
 *
 * @param kind what it is
 * @param canonical its canonical URL, for a code system the URI that stands in codings
 * @param version the version the product names; absent when it names none and the current one is meant
 * @param note what it is for, in Norwegian
 */
public record BoundContent(Kind kind, String canonical, Optional<String> version, Optional<String> note) {

    /** The FHIR resource type of the content. */
    public enum Kind {
        CODE_SYSTEM("CodeSystem", "codeSystem"),
        VALUE_SET("ValueSet", "valueSet"),
        CONCEPT_MAP("ConceptMap", "conceptMap"),
        STRUCTURE_DEFINITION("StructureDefinition", "profile");

        private final String resourceType;
        private final String field;

        Kind(String resourceType, String field) {
            this.resourceType = resourceType;
            this.field = field;
        }

        /** FHIR's name of the type. */
        public String resourceType() {
            return resourceType;
        }

        /** The field it is written in, in a product's file. */
        String field() {
            return field;
        }

        /** The kind of a FHIR resource type, empty for a type that no product binds. */
        public static Optional<Kind> ofResourceType(String type) {
            return Arrays.stream(values()).filter(kind -> kind.resourceType.equals(type)).findFirst();
        }
    }

    /** {@code url|version}, or the URL alone when no version is named. */
    public String reference() {
        return version.map(named -> canonical + "|" + named).orElse(canonical);
    }
}
