package no.normverk.snomed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import no.normverk.snomed.expression.Expression;
import no.normverk.snomed.expression.ExpressionPrinter;
import no.normverk.terminology.CodeSystemHeader;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.Languages;
import no.normverk.terminology.PropertyDefinition;
import no.normverk.terminology.Standing;
import no.normverk.terminology.Text;
import no.normverk.terminology.Value;

/**
 * The properties that concepts of an edition have in FHIR: status columns, and attribute relationships under the attribute's SCTID (terminology.hl7.org, Using SNOMED CT with HL7 Standards).
 */
final class SnomedProperties {

    private static final String CONCEPT_PROPERTIES = "http://hl7.org/fhir/concept-properties#";
    /** Columns that only specialists ask for are told on demand. */
    private static final Set<String> SPECIALIST = Set.of("sufficientlyDefined", "moduleId", "semanticTag", "normalForm", "normalFormTerse");

    /** Of {@code yyyy-mm-dd}. */
    private static final int DAY_LENGTH = 10;

    private final SnomedEdition edition;
    /** The attributes in use, by ordinal, and the codes of them: a few dozen that nearly every answer names. */
    private final int[] attributes;
    private final String[] attributeCodes;

    /** @param edition whose concepts and relationships are there already */
    SnomedProperties(SnomedEdition edition) {
        this.edition = edition;
        attributes = edition.attributes().attributes().toArray();
        attributeCodes = Arrays.stream(attributes).mapToObj(edition::code).toArray(String[]::new);
    }

    private String attributeCode(int attribute) {
        return attributeCodes[Arrays.binarySearch(attributes, attribute)];
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
            properties.add(new ConceptProperty("moduleId", new Value.Code(new Text.Digits(edition.module(ordinal)))));
        }
        if (wanted.test("effectiveTime")) {
            properties.add(new ConceptProperty("effectiveTime", new Value.DateTime(day(edition.effectiveTime(ordinal)))));
        }
        String tag = wanted.test("semanticTag") ? edition.semanticTag(ordinal) : "";
        if (!tag.isEmpty()) {
            properties.add(new ConceptProperty("semanticTag", new Value.Text(tag)));
        }
        addNormalForms(properties, ordinal, wanted);
        addRelationships(properties, ordinal, wanted);
        return properties;
    }

    private void addNormalForms(List<ConceptProperty> properties, int ordinal, Predicate<String> wanted) {
        boolean withTerms = wanted.test("normalForm");
        boolean terse = wanted.test("normalFormTerse");
        if (!withTerms && !terse) {
            return;
        }
        Expression normal = new NormalForm(edition).of(ordinal);
        if (withTerms) {
            String rendered = new ExpressionRendering(edition, Languages.ANY).render(normal);
            properties.add(new ConceptProperty("normalForm", new Value.Text(rendered)));
        }
        if (terse) {
            properties.add(new ConceptProperty("normalFormTerse", new Value.Text(ExpressionPrinter.withoutTerms(normal))));
        }
    }

    private void addRelationships(List<ConceptProperty> properties, int ordinal, Predicate<String> wanted) {
        AttributeRelationships attributes = edition.attributes();
        for (int i = attributes.start(ordinal); i < attributes.end(ordinal); i++) {
            String code = attributeCode(attributes.type(i));
            if (wanted.test(code)) {
                int target = attributes.target(i);
                properties.add(new ConceptProperty(code, new Value.Code(edition.codeText(target)), attributes.type(i), target));
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
        byte[] day = new byte[DAY_LENGTH];
        int rest = time;
        for (int i = DAY_LENGTH - 1; i >= 0; i--) {
            if (i == 4 || i == 7) {
                day[i] = '-';
                continue;
            }
            day[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return new String(day, StandardCharsets.ISO_8859_1);
    }

    static Value value(ConcreteValue value) {
        if (value.isNumber()) {
            return new Value.Decimal(value.number());
        }
        return value.isText() ? new Value.Text(value.plain()) : new Value.Bool(Boolean.parseBoolean(value.plain()));
    }
}
