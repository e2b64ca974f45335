package no.normverk.classification;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.normverk.classification.JsonRows.Row;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.Designation;
import no.normverk.terminology.PropertyDefinition;
import no.normverk.terminology.Value;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON download of FinnKode, the Directorate's code service ({@code /api/code-systems/ICD10/download/JSON} and {@code
 * .../ICPC2/...}): an array of rows with Norwegian field names. There are two windows of time: in which the code is valid, and in
 * which it may be reported to the patient register NPR. Yes is {@code "Ja"} and no is {@code null}; a window ends at 23:59 of its
 * last day.
 */
public final class FinnKodeReader {
    private static final String CODE = "Kode";
    private static final String FULL_TEXT = "Tekst_uten_lengdebegrensning";
    private static final String SHORT_TEXT = "Tekst_med_maksimalt_60_tegn";
    private static final String PARENT = "Foreldrekode";
    private static final String VALID_TO = "Gyldig_til";
    private static final List<String> ONLY_ICD_10 = List.of("Rapporteres_til_NPR", "NPR_Gyldig_fra", "Stjernekode",
            "Uspesifikk_kode");
    private static final List<String> ONLY_ICPC_2 = List.of("Kodeverk", "Tilhørighet_i_ICPC-2B");
    private static final String PARENT_TEXT = "Foreldrekodetekst";
    /** Fields of which it is told when no row has them: windows of time and places in the hierarchy that are not known look like ones that have no limits. */
    private static final List<String> EXPECTED = List.of("Gyldig_fra", VALID_TO, PARENT);
    private static final List<String> EXPECTED_OF_ICD_10 = List.of("Rapporteres_til_NPR", "NPR_Gyldig_fra", "NPR_Gyldig_til");
    private static final Pattern CHAPTER_OR_BLOCK = Pattern.compile("[IVX]+|[A-Z][0-9]{2}-[A-Z][0-9]{2}");
    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");
    private static final String STANDARD = "http://hl7.org/fhir/concept-properties#";

    /** Field by field: what it becomes. {@code boolean} fields are "Ja" or absent. */
    private static final Map<String, PropertyDefinition> FIELDS = fields(
            field("Gyldig_fra", "validFrom", "dateTime", "First day on which the code is valid"),
            field(VALID_TO, "validTo", "dateTime", "Last day on which the code is valid"),
            field("Rapporteres_til_NPR", "nprReported", "boolean",
                    "Whether the code may be reported to the Norwegian Patient Registry"),
            field("NPR_Gyldig_fra", "nprValidFrom", "dateTime",
                    "First day on which the code may be reported to the Norwegian Patient Registry"),
            field("NPR_Gyldig_til", "nprValidTo", "dateTime",
                    "Last day on which the code may be reported to the Norwegian Patient Registry"),
            field("Stjernekode", "starCode", "string", "Asterisk code (manifestation)"),
            field("Tilleggskode", "additionalCode", "string", "Additional code"),
            field("Kjønn", "sex", "string", "The sex that the code is restricted to"),
            field("Uspesifikk_kode", "unspecific", "boolean", "Whether the code is an unspecific one"),
            field("Kodeverk", "source", "string", "The code system that the row comes from"),
            field("Tilhørighet_i_ICPC-2B", "icpc2b", "string", "The code's place in ICPC-2B"));

    private static final PropertyDefinition INACTIVE = new PropertyDefinition(
            "inactive", STANDARD + "inactive", "Whether the code was no longer valid when the file was loaded", "boolean");
    private static final PropertyDefinition NOT_SELECTABLE = new PropertyDefinition(
            "notSelectable", STANDARD + "notSelectable", "Whether the concept is a chapter or block and no code to use",
                    "boolean");

    private final String version;
    private final LocalDate today;

    /**
     * @param version version of the edition, which the download itself does not tell
     * @param today codes whose validity ended before this day are inactive
     */
    public FinnKodeReader(String version, LocalDate today) {
        this.version = version;
        this.today = today;
    }

    /** Reads a download; whether it is ICD-10 or ICPC-2 is told by its fields. */
    public Classification read(byte[] json) throws ClassificationException {
        JsonRows.Table table = JsonRows.read(json);
        List<PropertyDefinition> properties = new ArrayList<>();
        FIELDS.forEach((field, property) -> {
            if (table.fieldNames().contains(field)) {
                properties.add(property);
            }
        });
        properties.add(INACTIVE);
        properties.add(NOT_SELECTABLE);
        NorwegianCodeSystem system = system(table);
        boolean icpc2 = system == NorwegianCodeSystem.ICPC_2;
        if (icpc2) {
            properties.add(Icpc2.CHAPTER);
            properties.add(Icpc2.COMPONENT);
        }
        return new Classification(
                system.header(version, properties),
                system.aliases(),
                "Helsedirektoratet",
                "As downloaded from FinnKode, the Norwegian Directorate of Health's code service.",
                concepts(table.rows(), icpc2),
                facts(table, icpc2));
    }

    private static FileFacts facts(JsonRows.Table table, boolean icpc2) throws ClassificationException {
        List<FileRemark> remarks = new ArrayList<>();
        Row first = table.rows().getFirst();
        Stream.concat(EXPECTED.stream(), icpc2 ? Stream.of() : EXPECTED_OF_ICD_10.stream())
                .filter(field -> !table.fieldNames().contains(field))
                .forEach(field -> remarks.add(first.remark("no row has the field " + field)));
        table.fieldNames().stream()
                .filter(field -> !FIELDS.containsKey(field) && !Set.of(CODE, FULL_TEXT, SHORT_TEXT, PARENT, PARENT_TEXT).contains(field))
                .sorted()
                .forEach(field -> remarks.add(first.remark("the field " + field + " is not known and was left out")));
        Set<String> codes = table.rows().stream().map(row -> row.optional(CODE)).filter(Objects::nonNull).collect(Collectors.toSet());
        for (Row row : table.rows()) {
            String parent = row.optional(PARENT);
            if (parent != null && !codes.contains(parent)) {
                remarks.add(row.remark("'" + parent + "' is no code of this file; '" + row.required(CODE) + "' was put at the top"));
            }
        }
        LinkedHashMap<String, Integer> counts = new LinkedHashMap<>();
        counts.put("codes", table.rows().size());
        return new FileFacts(counts, remarks);
    }

    private static NorwegianCodeSystem system(JsonRows.Table table) throws ClassificationException {
        boolean icd10 = !Collections.disjoint(table.fieldNames(), ONLY_ICD_10);
        boolean icpc2 = !Collections.disjoint(table.fieldNames(), ONLY_ICPC_2);
        if (icd10 == icpc2) {
            throw table.rows().getFirst()
                    .wrong("Neither the fields of ICD-10 " + ONLY_ICD_10 + " nor those of ICPC-2 " + ONLY_ICPC_2
                            + ": cannot tell which of the two this download is");
        }
        return icd10 ? NorwegianCodeSystem.ICD_10 : NorwegianCodeSystem.ICPC_2;
    }

    private List<ClassificationConcept> concepts(List<Row> rows, boolean icpc2) throws ClassificationException {
        Map<String, Row> byCode = new LinkedHashMap<>();
        for (Row row : rows) {
            String code = row.required(CODE);
            if (byCode.put(code, row) != null) {
                throw row.wrong("The code '" + code + "' is in the download twice");
            }
        }
        Map<String, ClassificationConcept> done = new LinkedHashMap<>();
        for (Row row : rows) {
            add(row, byCode, done, new HashSet<>());
        }
        return done.values().stream().map(concept -> icpc2 ? withComponent(concept) : concept).toList();
    }

    private static ClassificationConcept withComponent(ClassificationConcept concept) {
        List<ConceptProperty> properties = new ArrayList<>(concept.properties());
        properties.addAll(Icpc2.properties(concept.code()));
        return new ClassificationConcept(concept.code(), concept.display(), concept.parent(), concept.designations(), properties);
    }

    /** Adds a row after its ancestors. */
    private void add(Row row, Map<String, Row> byCode, Map<String, ClassificationConcept> done, Set<String> below)
            throws ClassificationException {
        String code = row.required(CODE);
        if (done.containsKey(code)) {
            return;
        }
        if (!below.add(code)) {
            throw row.wrong("The code '" + code + "' is its own ancestor");
        }
        String parentCode = row.optional(PARENT);
        Row parent = parentCode == null ? null : byCode.get(parentCode);
        if (parent != null) {
            add(parent, byCode, done, below);
        }
        done.put(code, concept(row, parent == null ? null : parentCode));
    }

    private ClassificationConcept concept(Row row, @Nullable String parent) throws ClassificationException {
        String code = row.required(CODE);
        String shortText = row.optional(SHORT_TEXT);
        String fullText = row.optional(FULL_TEXT);
        if (fullText == null && shortText == null) {
            throw row.wrong("The code '" + code + "' has no text");
        }
        String display = Texts.oneLine(fullText == null ? String.valueOf(shortText) : fullText);
        List<Designation> designations = new ArrayList<>();
        if (shortText != null && !Texts.oneLine(shortText).equals(display)) {
            designations.add(new Designation("nb", null, Texts.oneLine(shortText)));
        }
        return new ClassificationConcept(code, display, parent, designations, properties(row, code));
    }

    private List<ConceptProperty> properties(Row row, String code) throws ClassificationException {
        List<ConceptProperty> properties = new ArrayList<>();
        for (Map.Entry<String, PropertyDefinition> field : FIELDS.entrySet()) {
            String text = row.optional(field.getKey());
            if (text != null) {
                properties.add(new ConceptProperty(field.getValue().code(), value(row, field.getKey(), field.getValue(), text)));
            }
        }
        String validTo = row.optional(VALID_TO);
        if (validTo != null && time(row, VALID_TO, validTo).toLocalDate().isBefore(today)) {
            properties.add(new ConceptProperty(INACTIVE.code(), new Value.Bool(true)));
        }
        if (CHAPTER_OR_BLOCK.matcher(code).matches()) {
            properties.add(new ConceptProperty(NOT_SELECTABLE.code(), new Value.Bool(true)));
        }
        return properties;
    }

    private static Value value(Row row, String field, PropertyDefinition property, String text) throws ClassificationException {
        return switch (property.type()) {
            case "boolean" -> new Value.Bool(yes(row, field, text));
            case "dateTime" -> new Value.DateTime(dateTime(time(row, field, text)));
            default -> new Value.Text(text);
        };
    }

    private static boolean yes(Row row, String field, String text) throws ClassificationException {
        return switch (text) {
            case "Ja", "true" -> true;
            case "Nei", "false" -> false;
            default -> throw row.wrong("The field " + field + " is '" + text + "' and not Ja, Nei or null");
        };
    }

    private static LocalDateTime time(Row row, String field, String text) throws ClassificationException {
        try {
            return text.length() == 10 ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text);
        } catch (DateTimeParseException e) {
            throw row.wrong("The field " + field + " is '" + text + "' and not a time such as 1999-01-01T00:00:00");
        }
    }

    /** A day where the time only marks its beginning or end; FHIR wants an offset for everything else. */
    private static String dateTime(LocalDateTime time) {
        LocalTime minute = time.toLocalTime().withSecond(0).withNano(0);
        if (minute.equals(LocalTime.MIDNIGHT) || minute.equals(LocalTime.of(23, 59))) {
            return time.toLocalDate().toString();
        }
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZone(NORWAY));
    }

    private static Map.Entry<String, PropertyDefinition> field(String field, String code, String type, String description) {
        return Map.entry(field, new PropertyDefinition(code, null, description + " (" + field + ")", type));
    }

    @SafeVarargs
    private static Map<String, PropertyDefinition> fields(Map.Entry<String, PropertyDefinition>... entries) {
        Map<String, PropertyDefinition> fields = new LinkedHashMap<>();
        for (Map.Entry<String, PropertyDefinition> entry : entries) {
            fields.put(entry.getKey(), entry.getValue());
        }
        return Collections.unmodifiableMap(fields);
    }
}
