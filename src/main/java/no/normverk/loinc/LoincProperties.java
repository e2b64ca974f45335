package no.normverk.loinc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.normverk.terminology.PropertyDefinition;

/** The properties of LOINC's concepts, as https://terminology.hl7.org/LOINC.html names them. */
final class LoincProperties {

    /** Properties whose value is a part; the table of terms has the part's name, the part links its code. */
    static final List<String> AXES = List.of("COMPONENT", "PROPERTY", "TIME_ASPCT", "SYSTEM", "SCALE_TYP", "METHOD_TYP", "CLASS");

    /** Columns of the table of terms that are told as they are. */
    static final List<String> COLUMNS = List.of(
            "STATUS",
            "CLASSTYPE",
            "ORDER_OBS",
            "UNITSREQUIRED",
            "EXAMPLE_UNITS",
            "EXAMPLE_UCUM_UNITS",
            "RELATEDNAMES2",
            "VersionLastChanged",
            "VersionFirstReleased",
            "CHNG_TYPE",
            "STATUS_REASON",
            "STATUS_TEXT",
            "FORMULA",
            "EXMPL_ANSWERS",
            "SURVEY_QUEST_TEXT",
            "SURVEY_QUEST_SRC",
            "HL7_FIELD_SUBFIELD_ID",
            "EXTERNAL_COPYRIGHT_NOTICE",
            "EXTERNAL_COPYRIGHT_LINK",
            "COMMON_TEST_RANK",
            "COMMON_ORDER_RANK",
            "HL7_ATTACHMENT_STRUCTURE",
            "PanelType",
            "AskAtOrderEntry",
            "AssociatedObservations",
            "ValidHL7AttachmentRequest");

    static final String ANSWER = "Answer";
    static final String ANSWER_LIST = "AnswerList";
    static final String ANSWERS_FOR = "answers-for";
    static final String LIST_OF_TERM = "answer-list";
    static final String COPYRIGHT = "copyright";
    static final String GROUP = "group";

    /** Filters that all mean: the answers of a list, or of the lists of a term. */
    static final Set<String> ANSWER_FILTERS = Set.of("LIST", LIST_OF_TERM, ANSWERS_FOR);

    /** What is for filters, for statistics or for the makers of LOINC is told only when asked for. */
    private static final Set<String> ON_REQUEST = Set.of(
            COPYRIGHT,
            GROUP,
            "VersionLastChanged",
            "VersionFirstReleased",
            "CHNG_TYPE",
            "COMMON_TEST_RANK",
            "COMMON_ORDER_RANK",
            "EXTERNAL_COPYRIGHT_LINK");

    private LoincProperties() {}

    static boolean isShownByDefault(String property) {
        return !ON_REQUEST.contains(property);
    }

    /** The declarations; a property that links to parts in some other way is declared by those who meet it. */
    static Map<String, PropertyDefinition> definitions(Set<String> partProperties) {
        Map<String, PropertyDefinition> all = new HashMap<>();
        COLUMNS.forEach(code -> all.put(code, declare(code, "string")));
        partProperties.forEach(code -> all.put(code, declare(code, "code")));
        for (String code : List.of(ANSWER, ANSWER_LIST, ANSWERS_FOR, LIST_OF_TERM)) {
            all.put(code, declare(code, "code"));
        }
        all.put(COPYRIGHT, declare(COPYRIGHT, "string"));
        all.put(GROUP, declare(GROUP, "string"));
        String standard = "http://hl7.org/fhir/concept-properties#";
        all.put("STATUS", new PropertyDefinition("STATUS", standard + "status", null, "string"));
        all.put("inactive", new PropertyDefinition("inactive", standard + "inactive", null, "boolean"));
        return all;
    }

    private static PropertyDefinition declare(String code, String type) {
        return new PropertyDefinition(code, "http://loinc.org/property/" + code, null, type);
    }
}
