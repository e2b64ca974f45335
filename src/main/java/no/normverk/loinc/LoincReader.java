package no.normverk.loinc;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import no.normverk.terminology.CodeSystemHeader;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Standing;
import no.normverk.terminology.Versions;
import no.normverk.terminology.memory.CodeSystemDefinition;
import no.normverk.terminology.memory.InMemoryCodeSystem;
import org.jspecify.annotations.Nullable;

/** Puts the concepts of one release together from its files. */
final class LoincReader {

    private static final String ENGLISH = "en-US";
    /** Statuses of terms that should not be used any more (LOINC Users' Guide, STATUS). */
    private static final Set<String> INACTIVE = Set.of("DISCOURAGED", "DEPRECATED");

    private final LoincFiles files;
    private final @Nullable String statedVersion;
    private final Map<String, Concept> concepts = new LinkedHashMap<>();
    private final Map<String, String> classes = new HashMap<>();
    private final Map<String, Map<String, Set<String>>> linked = new HashMap<>();
    private final Set<String> partProperties = new LinkedHashSet<>(LoincProperties.AXES);
    private @Nullable String newest;

    LoincReader(LoincFiles files, @Nullable String statedVersion) {
        this.files = files;
        this.statedVersion = statedVersion;
    }

    CodeSystemVersion read() throws IOException {
        files.read(LoincFiles.PARTS, this::part);
        for (String links : LoincFiles.PART_LINKS) {
            files.read(links, this::partLink);
        }
        files.read(LoincFiles.TERMS, this::term);
        files.read(LoincFiles.CONSUMER_NAMES, this::consumerName);
        files.read(LoincFiles.ANSWERS, this::answer);
        files.read(LoincFiles.ANSWER_LINKS, this::answerLink);
        files.read(LoincFiles.HIERARCHY, this::place);
        files.read(LoincFiles.GROUP_TERMS, this::group);
        new LinguisticVariants(files, concepts).read();
        CodeSystemHeader header = new CodeSystemHeader(
                LoincRelease.URL,
                statedVersion != null ? statedVersion : newest,
                "LOINC",
                "Logical Observation Identifiers, Names and Codes",
                ENGLISH,
                Standing.ACTIVE,
                "complete",
                true,
                null,
                "is-a",
                LoincProperties.definitions(partProperties));
        return new InMemoryCodeSystem(
                new CodeSystemDefinition(header, concepts.values().stream().map(Concept::build).toList()), new LoincRules());
    }

    private void part(NamedCsvRecord row) {
        String code = LoincFiles.text(row, "PartNumber");
        String name = LoincFiles.text(row, "PartName");
        String type = LoincFiles.text(row, "PartTypeName");
        Concept part = new Concept(code, name);
        part.text("STATUS", LoincFiles.text(row, "Status"));
        String display = LoincFiles.text(row, "PartDisplayName");
        part.name(ENGLISH, "DisplayName", display.equals(name) ? "" : display);
        if (INACTIVE.contains(LoincFiles.text(row, "Status"))) {
            part.inactive();
        }
        if (type.equals("CLASS")) {
            classes.put(name, code);
        }
        concepts.put(code, part);
    }

    /** Keeps the link until the term is known. The property's name is the end of its URI. */
    private void partLink(NamedCsvRecord row) {
        String uri = LoincFiles.text(row, "Property");
        String property = uri.substring(uri.lastIndexOf('/') + 1);
        partProperties.add(property);
        linked.computeIfAbsent(LoincFiles.text(row, "LoincNumber"), term -> new LinkedHashMap<>())
                .computeIfAbsent(property, name -> new LinkedHashSet<>())
                .add(LoincFiles.text(row, "PartNumber"));
    }

    private void term(NamedCsvRecord row) {
        String code = LoincFiles.text(row, "LOINC_NUM");
        String longName = LoincFiles.text(row, "LONG_COMMON_NAME");
        String shortName = LoincFiles.text(row, "SHORTNAME");
        Concept term = new Concept(code, longName.isEmpty() ? shortName : longName);
        term.name(ENGLISH, "LONG_COMMON_NAME", longName);
        term.name(ENGLISH, "SHORTNAME", shortName);
        term.name(ENGLISH, "DisplayName", LoincFiles.text(row, "DisplayName"));
        term.define(LoincFiles.text(row, "DefinitionDescription"));
        axes(term, row);
        LoincProperties.COLUMNS.forEach(column -> term.text(column, LoincFiles.text(row, column)));
        boolean foreign = !LoincFiles.text(row, "EXTERNAL_COPYRIGHT_NOTICE").isEmpty();
        term.text(LoincProperties.COPYRIGHT, foreign ? "3rdParty" : "LOINC");
        if (INACTIVE.contains(LoincFiles.text(row, "STATUS"))) {
            term.inactive();
        }
        noteVersion(LoincFiles.text(row, "VersionLastChanged"));
        noteVersion(LoincFiles.text(row, "VersionFirstReleased"));
        concepts.put(code, term);
    }

    /** A term's axes by part code; where the release links no part, by the name in the table. */
    private void axes(Concept term, NamedCsvRecord row) {
        Map<String, Set<String>> links = Objects.requireNonNullElse(linked.remove(term.code()), Map.of());
        links.forEach((property, parts) -> parts.forEach(part -> term.code(property, part)));
        for (String axis : LoincProperties.AXES) {
            String name = LoincFiles.text(row, axis);
            String code = axis.equals("CLASS") ? classes.get(name) : null;
            if (term.has(axis)) {
                continue;
            }
            if (code == null) {
                term.text(axis, name);
            } else {
                term.code(axis, code);
            }
        }
    }

    private void noteVersion(String version) {
        if (!version.isEmpty() && (newest == null || Versions.ASCENDING.compare(newest, version) < 0)) {
            newest = version;
        }
    }

    private void consumerName(NamedCsvRecord row) {
        Concept term = concepts.get(LoincFiles.text(row, "LoincNumber"));
        if (term != null) {
            term.name(ENGLISH, "ConsumerName", LoincFiles.text(row, "ConsumerName"));
        }
    }

    private void answer(NamedCsvRecord row) {
        Concept list = concepts.computeIfAbsent(
                LoincFiles.text(row, "AnswerListId"), code -> new Concept(code, LoincFiles.text(row, "AnswerListName")));
        String code = LoincFiles.text(row, "AnswerStringId");
        if (code.isEmpty()) {
            return;
        }
        Concept answer = concepts.computeIfAbsent(code, key -> new Concept(key, LoincFiles.text(row, "DisplayText")));
        list.code(LoincProperties.ANSWER, code);
        answer.code(LoincProperties.ANSWER_LIST, list.code());
    }

    private void answerLink(NamedCsvRecord row) {
        Concept term = concepts.get(LoincFiles.text(row, "LoincNumber"));
        Concept list = concepts.get(LoincFiles.text(row, "AnswerListId"));
        if (term != null && list != null) {
            term.code(LoincProperties.LIST_OF_TERM, list.code());
            list.code(LoincProperties.ANSWERS_FOR, term.code());
        }
    }

    /** A place in the hierarchy; nodes that are neither term nor part in the other files are concepts by being here. */
    private void place(NamedCsvRecord row) {
        String code = LoincFiles.text(row, "CODE");
        Concept concept = concepts.computeIfAbsent(code, key -> new Concept(key, LoincFiles.text(row, "CODE_TEXT")));
        concept.parent(LoincFiles.text(row, "IMMEDIATE_PARENT"));
    }

    private void group(NamedCsvRecord row) {
        Concept term = concepts.get(LoincFiles.text(row, "LoincNumber"));
        if (term != null) {
            term.text(LoincProperties.GROUP, LoincFiles.text(row, "GroupId"));
        }
    }
}
