package no.normverk.snomed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import no.normverk.snomed.expression.ExpressionPrinter;
import no.normverk.terminology.CodeSystemHeader;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.Languages;
import no.normverk.terminology.PropertyDefinition;
import no.normverk.terminology.Standing;
import no.normverk.terminology.Value;

/**
 * The properties that concepts of an edition have in FHIR: status columns, and attribute relationships under the attribute's SCTID (terminology.hl7.org, Using SNOMED CT with HL7 Standards).
 */
final class SnomedProperties {

    private static final String CONCEPT_PROPERTIES = "http://hl7.org/fhir/concept-properties#";
    /** Columns that only specialists ask for are told on demand. */
    private static final Set<String> SPECIALIST = Set.of("sufficientlyDefined", "moduleId", "semanticTag", "normalForm", "normalFormTerse");

    private final SnomedEdition edition;

    SnomedProperties(SnomedEdition edition) {
        this.edition = edition;
    }

    /** Whether a property is no column of the release, but worked out. */
    static boolean isWorkedOut(String property) {
        return property.startsWith("normalForm");
    }

    boolean isShownByDefault(String property) {
        return !SPECIALIST.contains(property);
    }

    CodeSystemHeader header(String version) {
        Map<String, PropertyDefinition> properties = new LinkedHashMap<>();
        declare(properties, "inactive", CONCEPT_PROPERTIES + "inactive", "boolean");
        declare(properties, "sufficientlyDefined", field("sufficientlyDefined"), "boolean");
        declare(properties, "moduleId", field("moduleId"), "code");
        declare(properties, "effectiveTime", field("effectiveTime"), "dateTime");
        declare(properties, "semanticTag", field("semanticTag"), "string");
        declare(properties, "normalForm", field("normalForm"), "string");
        declare(properties, "normalFormTerse", field("normalFormTerse"), "string");
        declare(properties, "parent", CONCEPT_PROPERTIES + "parent", "code");
        declare(properties, "child", CONCEPT_PROPERTIES + "child", "code");
        declare(properties, ConceptSurroundings.INACTIVATION_REASON, "http://snomed.info/id/" + Sctid.INACTIVATION_REASON, "code");
        declare(properties, ConceptSurroundings.ASSOCIATION, field("targetComponentId"), "code");
        declare(properties, ConceptSurroundings.REFERENCE_SET, field("refsetId"), "code");
        declare(properties, ConceptSurroundings.MAP, field("mapTarget"), "code");
        if (edition.alternateIdentifiers() != null) {
            declare(properties, ConceptSurroundings.ALTERNATE_IDENTIFIER, field("alternateIdentifier"), "string");
        }
        edition.attributes().attributes().forEach(attribute -> {
            String code = edition.code(attribute);
            properties.put(
                    code, new PropertyDefinition(code, "http://snomed.info/id/" + code, edition.display(attribute), "code"));
        });
        Dialects dialects = edition.dialects();
        boolean synthetic = SyntheticEdition.is(version);
        return new CodeSystemHeader(
                Sctid.SYSTEM,
                version,
                Sctid.SYSTEM + "|" + version,
                synthetic ? "SNOMED CT's form, synthetic content" : "SNOMED CT",
                dialects.size() > 0 ? dialects.language(0) : "en",
                synthetic ? new Standing("active", true, null, null) : Standing.ACTIVE,
                synthetic ? "fragment" : "complete",
                true,
                null,
                "is-a",
                properties);
    }

    private static String field(String column) {
        return "http://snomed.info/field/" + column;
    }

    private static void declare(Map<String, PropertyDefinition> properties, String code, String uri, String type) {
        properties.put(code, new PropertyDefinition(code, uri, null, type));
    }

    /** The properties of a concept whose codes are wanted. */
    List<ConceptProperty> of(int ordinal, Predicate<String> wanted) {
        List<ConceptProperty> properties = new ArrayList<>();
        if (wanted.test("inactive")) {
            properties.add(new ConceptProperty("inactive", new Value.Bool(edition.isInactive(ordinal))));
        }
        if (wanted.test("sufficientlyDefined")) {
            properties.add(new ConceptProperty("sufficientlyDefined", new Value.Bool(edition.isDefined(ordinal))));
        }
        if (wanted.test("moduleId")) {
            properties.add(new ConceptProperty("moduleId", new Value.Code(Long.toString(edition.module(ordinal)))));
        }
        if (wanted.test("effectiveTime")) {
            properties.add(new ConceptProperty("effectiveTime", new Value.DateTime(day(edition.effectiveTime(ordinal)))));
        }
        String tag = wanted.test("semanticTag") ? edition.semanticTag(ordinal) : "";
        if (!tag.isEmpty()) {
            properties.add(new ConceptProperty("semanticTag", new Value.Text(tag)));
        }
        if (wanted.test("normalForm")) {
            String normal = new ExpressionRendering(edition, Languages.ANY).render(new NormalForm(edition).of(ordinal));
            properties.add(new ConceptProperty("normalForm", new Value.Text(normal)));
        }
        if (wanted.test("normalFormTerse")) {
            String terse = ExpressionPrinter.withoutTerms(new NormalForm(edition).of(ordinal));
            properties.add(new ConceptProperty("normalFormTerse", new Value.Text(terse)));
        }
        addRelationships(properties, ordinal, wanted);
        return properties;
    }

    private void addRelationships(List<ConceptProperty> properties, int ordinal, Predicate<String> wanted) {
        AttributeRelationships attributes = edition.attributes();
        for (int i = attributes.start(ordinal); i < attributes.end(ordinal); i++) {
            String code = edition.code(attributes.type(i));
            if (wanted.test(code)) {
                int target = attributes.target(i);
                properties.add(new ConceptProperty(code, new Value.Code(edition.code(target)), attributes.type(i), target));
            }
        }
        ConcreteValues concrete = edition.concreteValues();
        for (int i = concrete.start(ordinal); i < concrete.end(ordinal); i++) {
            String code = edition.code(concrete.type(i));
            if (wanted.test(code)) {
                properties.add(new ConceptProperty(code, value(concrete.value(i)), concrete.type(i), -1));
            }
        }
    }

    /** An effective time, yyyymmdd, as FHIR writes dates. */
    private static String day(int time) {
        String digits = Integer.toString(time);
        return digits.substring(0, 4) + "-" + digits.substring(4, 6) + "-" + digits.substring(6);
    }

    static Value value(ConcreteValue value) {
        if (value.isNumber()) {
            return new Value.Decimal(value.number());
        }
        return value.isText() ? new Value.Text(value.plain()) : new Value.Bool(Boolean.parseBoolean(value.plain()));
    }
}
