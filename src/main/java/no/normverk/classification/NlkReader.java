package no.normverk.classification;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.normverk.classification.TableFile.Column;
import no.normverk.classification.TableFile.Row;
import no.normverk.terminology.CodeSystemHeader;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.Designation;
import no.normverk.terminology.PropertyDefinition;
import no.normverk.terminology.Standing;
import no.normverk.terminology.Value;
import org.jspecify.annotations.Nullable;

/**
 * Reads Norsk laboratoriekodeverk as the Directorate publishes it: semicolons, Windows-1252 (or UTF-8), sixteen columns or more, dates as {@code 01.03.2020}. {@code Ugyldig i NLK fra} is the first day on
 * which a code is no longer valid; the day before is its last. Columns that are not known by name are kept as properties under the name they have.
 */
public final class NlkReader {
    static final String URL = "http://helsedir.no/fhir/CodeSystem/no-kodeverk-7280-nlk";

    private static final TableFile.Shape SHAPE = new TableFile.Shape(';', true, 0);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d.M.uuuu");

    /** Columns that become properties, in the file's usual order. */
    private static final Map<String, PropertyDefinition> PROPERTIES = new LinkedHashMap<>();

    static {
        property("Hva er endret", "changed", "What the last change changed");
        property("Komponent", "component", "What is examined");
        property("System", "system", "The material that is examined, as NPU names systems");
        property("Enhet", "unit", "Unit");
        property("Egenskapsart", "kindOfProperty", "Kind of property");
        property("Spesifisert komponent", "specifiedComponent", "The component, said more exactly");
        property("Spesialitet_NPU", "npuSpeciality", "Speciality by NPU");
        property("Sekundært fagområde", "secondaryField", "Secondary field of medicine");
        property("Fagområde_NLK", "field", "Field of medicine");
    }

    private final TableFile table;
    private final LocalDate today;
    private final Column code;
    private final Column name;
    private final Column invalidFrom;
    private final Column validFrom;
    private final Column replacedBy;
    private final @Nullable Column changedOn;
    private final @Nullable Column definition;
    private final Map<Column, PropertyDefinition> properties = new LinkedHashMap<>();
    private final List<FileRemark> remarks;

    private NlkReader(TableFile table, LocalDate today) throws ClassificationException {
        this.table = table;
        this.today = today;
        this.remarks = new ArrayList<>(table.remarks());
        this.code = table.require("Kode");
        this.name = table.require("Norsk_bruksnavn", "Norsk bruksnavn");
        // Without these a code that has ended would look like one that is valid, and nobody would be told what replaces it.
        this.invalidFrom = table.require("Ugyldig i NLK fra", "Ugyldig fra");
        this.validFrom = table.require("Dato ny");
        this.replacedBy = table.require("Erstattes av");
        this.changedOn = table.find("Sist endret dato");
        this.definition = table.find("Kodedefinisjon");
        table.require("Komponent");
        for (int i = 0; i < table.header().size(); i++) {
            Column column = new Column(i, table.header().get(i));
            if (!isTold(column)) {
                properties.put(column, property(column));
            }
        }
    }

    private static void property(String column, String property, String description) {
        PROPERTIES.put(TableFile.normalised(column), ConceptProperties.of(property, "string", description + " (" + column + ")"));
    }

    private static PropertyDefinition property(Column column) {
        PropertyDefinition known = PROPERTIES.get(TableFile.normalised(column.name()));
        return known != null ? known : ConceptProperties.of(TableFile.normalised(column.name()), "string", column.name());
    }

    private boolean isTold(Column column) {
        return column.name().isEmpty()
                || java.util.stream.Stream.of(code, name, invalidFrom, validFrom, replacedBy, changedOn, definition).anyMatch(column::equals);
    }

    /** Whether a header, the first line of a file, is that of the laboratory codes. */
    public static boolean recognises(String firstLine) {
        String names = TableFile.normalised(firstLine);
        return firstLine.indexOf(';') > 0 && (names.contains("norskbruksnavn") || names.contains("ugyldiginlkfra"));
    }

    /**
     * Reads the file.
     *
     * @param version the edition, which the file itself does not tell, such as {@code 7280.61}
     * @param today codes that are no longer valid on this day are inactive
     */
    public static Classification read(byte[] file, String version, LocalDate today) throws ClassificationException {
        return new NlkReader(TableFile.read(FileText.utf8OrCp1252(file), SHAPE), today).read(version);
    }

    private Classification read(String version) throws ClassificationException {
        Map<String, Row> byCode = new LinkedHashMap<>();
        List<Row> kept = new ArrayList<>();
        for (Row row : table.rows()) {
            String own = row.required(code);
            Row first = byCode.putIfAbsent(own, row);
            if (first == null) {
                kept.add(row);
            } else if (first.cells().equals(row.cells())) {
                remarks.add(row.remark(code, "'" + own + "' repeats line " + first.line() + " and was passed over"));
            } else {
                throw row.wrong(code, "the code '" + own + "' is in line " + first.line() + " already, with another meaning");
            }
        }
        List<ClassificationConcept> concepts = new ArrayList<>(kept.size());
        int ended = 0;
        int replaced = 0;
        for (Row row : kept) {
            concepts.add(concept(row, byCode));
            ended += row.optional(invalidFrom) == null ? 0 : 1;
            replaced += row.optional(replacedBy) == null ? 0 : 1;
        }
        LinkedHashMap<String, Integer> counts = new LinkedHashMap<>();
        counts.put("codes", concepts.size());
        counts.put("with an end", ended);
        counts.put("replaced", replaced);
        return new Classification(
                header(version),
                List.of("urn:oid:2.16.578.1.12.4.1.1.7280"),
                "Helsedirektoratet",
                "Norsk laboratoriekodeverk (NLK): codes of NPU and Norwegian codes (NOR), as the Norwegian Directorate of Health publishes them.",
                concepts,
                new FileFacts(counts, remarks));
    }

    private CodeSystemHeader header(String version) {
        List<PropertyDefinition> all = new ArrayList<>(properties.values());
        all.add(ConceptProperties.VALID_FROM);
        all.add(ConceptProperties.VALID_TO);
        all.add(ConceptProperties.REPLACED_BY);
        all.add(ConceptProperties.INACTIVE);
        all.add(ConceptProperties.of("modified", "dateTime", "Day of the last change (Sist endret dato)"));
        return new CodeSystemHeader(
                URL,
                version,
                "NLK",
                "Norsk laboratoriekodeverk (NLK)",
                "nb",
                Standing.ACTIVE,
                "complete",
                true,
                null,
                null,
                all.stream().collect(Collectors.toMap(PropertyDefinition::code, property -> property, (first, same) -> first)));
    }

    private ClassificationConcept concept(Row row, Map<String, Row> byCode) throws ClassificationException {
        List<ConceptProperty> told = new ArrayList<>();
        properties.forEach((column, property) -> {
            String text = row.optional(column);
            if (text != null) {
                told.add(new ConceptProperty(property.code(), new Value.Text(Texts.oneLine(text))));
            }
        });
        LocalDate from = date(row, validFrom);
        LocalDate changed = date(row, changedOn);
        LocalDate ends = date(row, invalidFrom);
        add(told, ConceptProperties.VALID_FROM.code(), from);
        add(told, "modified", changed);
        add(told, ConceptProperties.VALID_TO.code(), ends == null ? null : ends.minusDays(1));
        String successor = successor(row, byCode);
        if (successor != null) {
            told.add(new ConceptProperty(ConceptProperties.REPLACED_BY.code(), new Value.Code(successor)));
        }
        if (ends != null && !ends.isAfter(today)) {
            told.add(new ConceptProperty(ConceptProperties.INACTIVE.code(), new Value.Bool(true)));
        }
        return new ClassificationConcept(
                row.required(code), Texts.oneLine(row.required(name)), null, List.<Designation>of(), told, row.optional(definition));
    }

    private static void add(List<ConceptProperty> properties, String property, @Nullable LocalDate day) {
        if (day != null) {
            properties.add(new ConceptProperty(property, new Value.DateTime(day.toString())));
        }
    }

    private @Nullable String successor(Row row, Map<String, Row> byCode) {
        String text = row.optional(replacedBy);
        if (text == null) {
            return null;
        }
        if (!row.cells().get(replacedBy.index()).strip().equals(text)) {
            remarks.add(row.remark(replacedBy, "a no-break space beside '" + text + "' was taken away"));
        }
        if (!byCode.containsKey(text)) {
            remarks.add(row.remark(replacedBy, "'" + text + "' is no code of this file"));
        }
        return text;
    }

    private static @Nullable LocalDate date(Row row, @Nullable Column column) throws ClassificationException {
        String text = row.optional(column);
        if (text == null || column == null) {
            return null;
        }
        try {
            return LocalDate.parse(text, DATE);
        } catch (DateTimeParseException e) {
            throw row.wrong(column, "'" + text + "' is no day such as 01.03.2020");
        }
    }
}
