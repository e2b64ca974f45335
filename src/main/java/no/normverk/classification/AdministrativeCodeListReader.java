package no.normverk.classification;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.normverk.classification.JsonRows.Row;
import no.normverk.terminology.CodeSystemHeader;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.PropertyDefinition;
import no.normverk.terminology.Standing;
import no.normverk.terminology.Value;
import org.jspecify.annotations.Nullable;

/**
 * Reads one of the Directorate's administrative code lists as its code service gives them ({@code /api/code-systems/adm/codelist/1101}): an object with the list's number, name, version, status, owner and
 * first day, and its codes with display and definition. The lists are flat. What becomes of the members follows HL7 Norway's rules for such lists (the package {@code hl7.fhir.no.kodeverk}); the version,
 * which those leave out, is kept because the file states it.
 */
public final class AdministrativeCodeListReader {
    private static final String CONCEPTS = "concepts";
    private static final Set<String> TELLING = Set.of("id", "name", "title", "status", "status_last_changed", "owner", "valid_from");
    private static final Set<String> MEMBERS =
            Set.of("id", "name", "title", "description", "version", "status", "status_last_changed", "owner", "valid_from", "valid_to", "active");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{3,5}");
    private static final Pattern LINE_END = Pattern.compile("\r\n?");

    /** The steps on a list's way to use, by their first words; everything after them is in use. */
    private static final List<String> BEFORE_USE = List.of("under ", "til høring", "til utprøving");

    private static final List<String> IN_USE = List.of("til anbefaling", "til utbredelse");

    private final @Nullable String version;
    private final LocalDate today;
    private final List<FileRemark> remarks = new ArrayList<>();

    /**
     * @param version what to call the version where the file does not say
     * @param today codes whose validity ended before this day are inactive
     */
    public AdministrativeCodeListReader(@Nullable String version, LocalDate today) {
        this.version = version;
        this.today = today;
    }

    /** Whether a JSON object with these members is such a list, be it a damaged one. */
    public static boolean recognises(Set<String> members) {
        return members.contains(CONCEPTS) && members.stream().filter(TELLING::contains).count() >= 3;
    }

    /** Reads a list. */
    public Classification read(byte[] json) throws ClassificationException {
        return JsonRows.reading(json, this::list);
    }

    private Classification list(JsonParser parser) throws IOException, ClassificationException {
        JsonRows.expect(parser, parser.nextToken(), JsonToken.START_OBJECT, "a code list, that is a JSON object");
        Map<String, Row> members = new HashMap<>();
        Row whole = new Row(1, 1, new LinkedHashMap<>());
        List<Row> rows = null;
        Set<String> fields = new LinkedHashSet<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String member = parser.currentName();
            int line = parser.currentTokenLocation().getLineNr();
            int column = parser.currentTokenLocation().getColumnNr();
            JsonToken value = parser.nextToken();
            if (member.equals(CONCEPTS)) {
                rows = JsonRows.rows(parser, fields);
            } else if (value.isStructStart()) {
                throw JsonRows.wrong(parser, "The member '" + member + "' is not a plain value");
            } else if (MEMBERS.contains(member)) {
                String text = value == JsonToken.VALUE_NULL || parser.getText().isBlank() ? null : parser.getText().strip();
                members.put(member, new Row(line, column, text == null ? Map.of() : Map.of(member, text)));
            } else {
                remarks.add(new FileRemark(line, column, "the member '" + member + "' is not known and was left out"));
            }
        }
        if (parser.nextToken() != null) {
            throw JsonRows.wrong(parser, "Something follows the end of the list");
        }
        if (rows == null || rows.isEmpty()) {
            throw whole.wrong("The list has no codes: 'concepts' is missing or empty");
        }
        return new Header(members, whole).classification(rows, fields);
    }

    /** What the list says of itself. */
    private final class Header {
        private final Map<String, Row> members;
        private final Row whole;

        Header(Map<String, Row> members, Row whole) {
            this.members = members;
            this.whole = whole;
        }

        Classification classification(List<Row> rows, Set<String> fields) throws ClassificationException {
            String number = required("id");
            if (!NUMBER.matcher(number).matches()) {
                throw at("id").wrong("The list's number, 'id', is '" + number + "'; expected are the last four digits of its OID, for example 1101");
            }
            String title = text("title") == null ? required("name") : required("title");
            Fields columns = new Fields(fields);
            List<ClassificationConcept> concepts = columns.concepts(rows);
            NationalList list = new NationalList(number);
            CodeSystemHeader header = new CodeSystemHeader(
                    list.url(),
                    stated(),
                    "NoKodeverk" + number,
                    number + " " + Texts.oneLine(title),
                    "nb",
                    standing(),
                    "complete",
                    true,
                    null,
                    null,
                    columns.properties().stream().collect(Collectors.toMap(PropertyDefinition::code, property -> property)));
            LinkedHashMap<String, Integer> counts = new LinkedHashMap<>();
            counts.put("codes", concepts.size());
            String owner = text("owner");
            return new Classification(
                    header, list.aliases(), owner == null ? "" : owner, description(), concepts, new FileFacts(counts, remarks));
        }

        private String stated() throws ClassificationException {
            String own = text("version");
            if (own == null && version == null) {
                throw whole.wrong("The list does not state its version; tell it with --version");
            }
            return own != null ? own : String.valueOf(version);
        }

        /** The Directorate's own word for the status goes along: FHIR has fewer. */
        private String description() {
            String own = text("description");
            String status = text("status");
            String told = own == null ? "" : own + "\n\n";
            return status == null ? told.strip() : told + "Status hos utgiveren: " + status + ".";
        }

        private Standing standing() throws ClassificationException {
            LocalDate changed = day(at("status_last_changed"), "status_last_changed");
            LocalDate from = day(at("valid_from"), "valid_from");
            return new Standing(status(), false, null, changed == null ? null : changed.toString(), from == null ? null : from.toString());
        }

        private String status() throws ClassificationException {
            String active = text("active");
            if (active != null && !active.equals("true") && !active.equals("false")) {
                throw at("active").wrong("'active' is '" + active + "' and not true or false");
            }
            LocalDate until = day(at("valid_to"), "valid_to");
            if ("false".equals(active) || (until != null && until.isBefore(today))) {
                return "retired";
            }
            String told = text("status");
            String status = told == null ? "" : told.toLowerCase(Locale.ROOT);
            if (BEFORE_USE.stream().anyMatch(status::startsWith)) {
                return "draft";
            }
            if (IN_USE.stream().anyMatch(status::startsWith)) {
                return "active";
            }
            Row place = told == null ? whole : at("status");
            String taken = active == null ? "unknown" : "active";
            remarks.add(new FileRemark(
                    place.line(), place.column(), (told == null ? "no status is stated" : "the status '" + told + "' is not known") + "; taken as " + taken));
            return taken;
        }

        private Row at(String member) {
            return members.getOrDefault(member, whole);
        }

        private @Nullable String text(String member) {
            return at(member).optional(member);
        }

        private String required(String member) throws ClassificationException {
            String text = text(member);
            if (text == null) {
                throw at(member).wrong("The list has no '" + member + "'");
            }
            return text;
        }
    }

    /** What the codes have beside code, display and definition: windows of time where there are any, and what is not known by name as properties under its own. */
    private final class Fields {
        private static final Set<String> OWN = Set.of("code", "display", "definition", "valid_from", "valid_to", "active");

        private final Set<String> fields;
        private final List<String> others;

        Fields(Set<String> fields) {
            this.fields = fields;
            this.others = fields.stream().filter(field -> !OWN.contains(field)).toList();
        }

        List<PropertyDefinition> properties() {
            List<PropertyDefinition> declared = new ArrayList<>();
            if (fields.contains("valid_from") || fields.contains("valid_to")) {
                declared.add(ConceptProperties.VALID_FROM);
                declared.add(ConceptProperties.VALID_TO);
            }
            if (fields.contains("active") || fields.contains("valid_to")) {
                declared.add(ConceptProperties.INACTIVE);
            }
            others.forEach(field -> declared.add(ConceptProperties.of(field, "string", "As the file has it: " + field)));
            return declared;
        }

        List<ClassificationConcept> concepts(List<Row> rows) throws ClassificationException {
            Map<String, Row> first = new HashMap<>();
            List<ClassificationConcept> concepts = new ArrayList<>();
            for (Row row : rows) {
                String code = row.required("code");
                Row earlier = first.putIfAbsent(code, row);
                if (earlier != null && !earlier.fields().equals(row.fields())) {
                    throw row.wrong("The code '" + code + "' is in line " + earlier.line() + " already, with another meaning");
                }
                if (earlier != null) {
                    remarks.add(new FileRemark(row.line(), row.column(), "'" + code + "' repeats line " + earlier.line() + " and was passed over"));
                    continue;
                }
                String definition = row.optional("definition");
                concepts.add(new ClassificationConcept(
                        code,
                        Texts.oneLine(row.required("display")),
                        null,
                        List.of(),
                        properties(row),
                        definition == null ? null : LINE_END.matcher(definition).replaceAll("\n")));
            }
            return concepts;
        }

        private List<ConceptProperty> properties(Row row) throws ClassificationException {
            List<ConceptProperty> told = new ArrayList<>();
            LocalDate from = day(row, "valid_from");
            LocalDate to = day(row, "valid_to");
            if (from != null) {
                told.add(new ConceptProperty(ConceptProperties.VALID_FROM.code(), new Value.DateTime(from.toString())));
            }
            if (to != null) {
                told.add(new ConceptProperty(ConceptProperties.VALID_TO.code(), new Value.DateTime(to.toString())));
            }
            if ("false".equals(row.optional("active")) || (to != null && to.isBefore(today))) {
                told.add(new ConceptProperty(ConceptProperties.INACTIVE.code(), new Value.Bool(true)));
            }
            for (String field : others) {
                String text = row.optional(field);
                if (text != null) {
                    told.add(new ConceptProperty(field, new Value.Text(text)));
                }
            }
            return told;
        }
    }

    /** The day of a time such as {@code 2003-03-02T00:00:00.000}. */
    private static @Nullable LocalDate day(Row row, String field) throws ClassificationException {
        String text = row.optional(field);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text.length() > 10 && text.charAt(10) == 'T' ? text.substring(0, 10) : text);
        } catch (DateTimeParseException e) {
            throw row.wrong("'" + field + "' is '" + text + "' and not a time such as 2003-03-02T00:00:00");
        }
    }
}
