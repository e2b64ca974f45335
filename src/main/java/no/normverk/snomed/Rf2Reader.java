package no.normverk.snomed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import no.normverk.terminology.edition.Progress;

/**
 * Reads the release files of one or several packages into a {@link Release}. Files of one kind are read one after the other in
 * the order of the packages, for the later package wins on equal effective times; the kinds are read side by side.
 */
final class Rf2Reader {

    private static final List<String> CONCEPT = List.of("id", "effectiveTime", "active", "moduleId", "definitionStatusId");
    private static final List<String> DESCRIPTION = List.of(
            "id", "effectiveTime", "active", "moduleId", "conceptId", "languageCode", "typeId", "term", "caseSignificanceId");
    private static final List<String> RELATIONSHIP = List.of(
            "id", "effectiveTime", "active", "moduleId", "sourceId", "destinationId", "relationshipGroup", "typeId",
            "characteristicTypeId", "modifierId");
    private static final List<String> CONCRETE_VALUE = List.of(
            "id", "effectiveTime", "active", "moduleId", "sourceId", "value", "relationshipGroup", "typeId",
            "characteristicTypeId", "modifierId");
    private static final List<String> MEMBER =
            List.of("id", "effectiveTime", "active", "moduleId", "refsetId", "referencedComponentId");
    /** Two orders of the columns are in use: that of the specification, and an older one. */
    private static final List<List<String>> IDENTIFIER = List.of(
            List.of("alternateIdentifier", "effectiveTime", "active", "moduleId", "identifierSchemeId", "referencedComponentId"),
            List.of("identifierSchemeId", "alternateIdentifier", "effectiveTime", "active", "moduleId", "referencedComponentId"));
    private static final String ACCEPTABILITY = "acceptabilityId";
    private static final long REPORT_EVERY = 1 << 16;
    private static final int MOST_THREADS = 4;
    private static final Pattern LANGUAGE_CODE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*");

    private final Release release = new Release();
    private final Progress progress;
    private final AtomicLong rowsRead = new AtomicLong();

    private Rf2Reader(Progress progress) {
        this.progress = progress;
    }

    static Release read(List<Rf2Package> packages, Progress progress) throws IOException {
        Rf2Reader reader = new Rf2Reader(progress);
        reader.readAll(packages);
        return reader.release;
    }

    private enum Track {
        DESCRIPTIONS,
        LANGUAGE,
        RELATIONSHIPS,
        CONCEPTS,
        CONCRETE_VALUES,
        REFSETS,
        IDENTIFIERS
    }

    private void readAll(List<Rf2Package> packages) throws IOException {
        Map<Track, List<Rf2File>> tracks = new EnumMap<>(Track.class);
        for (Rf2Package from : packages) {
            for (Rf2File file : from.files()) {
                tracks.computeIfAbsent(track(file.name()), key -> new ArrayList<>()).add(file);
            }
        }
        List<Callable<Void>> tasks = new ArrayList<>();
        tracks.forEach((track, files) -> tasks.add(() -> {
            for (Rf2File file : files) {
                read(file);
            }
            return null;
        }));
        int parallel = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS);
        try (ExecutorService threads = Executors.newFixedThreadPool(parallel)) {
            for (Future<Void> task : threads.invokeAll(tasks)) {
                task.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading release files", interrupted);
        } catch (ExecutionException failure) {
            switch (failure.getCause()) {
                case IOException known -> throw known;
                case RuntimeException known -> throw known;
                case Error known -> throw known;
                case null, default -> throw new IOException(failure);
            }
        }
        progress.at("reading release files", rowsRead.get(), rowsRead.get());
    }

    private static Track track(Rf2FileName name) {
        return switch (name.kind()) {
            case CONCEPT -> Track.CONCEPTS;
            case DESCRIPTION -> Track.DESCRIPTIONS;
            case RELATIONSHIP -> Track.RELATIONSHIPS;
            case CONCRETE_VALUE -> Track.CONCRETE_VALUES;
            case REFSET -> name.series().startsWith("Refset_c_Language") ? Track.LANGUAGE : Track.REFSETS;
            case IDENTIFIER -> Track.IDENTIFIERS;
            case STATED_RELATIONSHIP -> throw new IllegalArgumentException(name.toString());
        };
    }

    private void read(Rf2File file) throws IOException {
        try (Rf2Rows rows = new Rf2Rows(file)) {
            long origin = release.origins.add(file.path());
            switch (track(file.name())) {
                case CONCEPTS -> concepts(rows, origin);
                case DESCRIPTIONS -> descriptions(rows, origin);
                case RELATIONSHIPS -> relationships(rows, origin);
                case CONCRETE_VALUES -> concreteValues(rows, origin);
                case LANGUAGE -> language(rows, origin);
                case REFSETS -> refset(rows, origin, file.name());
                case IDENTIFIERS -> identifiers(rows);
            }
            count(rows.line() - 1 & REPORT_EVERY - 1);
        }
    }

    private boolean next(Rf2Rows rows) throws IOException {
        if ((rows.line() & REPORT_EVERY - 1) == 0) {
            count(REPORT_EVERY);
        }
        return rows.next();
    }

    private void count(long more) {
        progress.at("reading release files", rowsRead.addAndGet(more), -1);
    }

    /** Makes place for the row's component and fills what all kinds have in common: id, effective time, active, module. */
    private static int begin(Rf2Rows rows, RowTable table, boolean uuid, long origin) throws IOException {
        long high = uuid ? rows.uuidHalf(0, false) : rows.sctid(0);
        long low = uuid ? rows.uuidHalf(0, true) : 0;
        int time = rows.time(1);
        boolean active = rows.flag(2);
        long module = rows.sctid(3);
        int row = table.offer(high, low, time, active, origin + rows.line());
        if (row >= 0) {
            table.set(row, 0, module);
        }
        return row;
    }

    private void concepts(Rf2Rows rows, long origin) throws IOException {
        rows.requireHeader(CONCEPT, CONCEPT.size());
        while (next(rows)) {
            int row = begin(rows, release.concepts, false, origin);
            long status = rows.sctid(4);
            if (row >= 0) {
                release.concepts.set(row, Release.CONCEPT_STATUS, status);
            }
        }
    }

    private void descriptions(Rf2Rows rows, long origin) throws IOException {
        rows.requireHeader(DESCRIPTION, DESCRIPTION.size());
        RowTable table = release.descriptions;
        byte[] languageCode = {};
        int language = -1;
        while (next(rows)) {
            int row = begin(rows, table, false, origin);
            long concept = rows.sctid(4);
            if (language < 0 || !rows.is(5, languageCode)) {
                String code = rows.text(5);
                if (!LANGUAGE_CODE.matcher(code).matches()) {
                    throw rows.wrong(5, "a language code");
                }
                languageCode = code.getBytes(StandardCharsets.US_ASCII);
                language = release.language(languageCode);
            }
            long type = rows.sctid(6);
            if (rows.isEmpty(7)) {
                throw rows.wrong(7, "a text");
            }
            long caseSignificance = rows.sctid(8);
            if (row < 0) {
                continue;
            }
            int position = release.descriptionText.size();
            rows.copyText(7, release.descriptionText);
            table.set(row, Release.DESCRIPTION_CONCEPT, concept);
            table.set(row, Release.DESCRIPTION_LANGUAGE, language);
            table.set(row, Release.DESCRIPTION_TYPE, type);
            table.set(row, Release.DESCRIPTION_CASE, caseSignificance);
            table.set(row, Release.DESCRIPTION_TEXT, (long) (release.descriptionText.size() - position) << 32 | position);
        }
    }

    private void relationships(Rf2Rows rows, long origin) throws IOException {
        rows.requireHeader(RELATIONSHIP, RELATIONSHIP.size());
        while (next(rows)) {
            int row = begin(rows, release.relationships, false, origin);
            relationship(rows, release.relationships, row, rows.sctid(5));
        }
    }

    private void concreteValues(Rf2Rows rows, long origin) throws IOException {
        rows.requireHeader(CONCRETE_VALUE, CONCRETE_VALUE.size());
        while (next(rows)) {
            int row = begin(rows, release.concreteValues, false, origin);
            String value = rows.text(5);
            if (!ConcreteValue.isWellFormed(value)) {
                throw rows.wrong(5, "a value such as #5, \"text\" or true");
            }
            int position = release.concreteText.size();
            release.concreteText.add(value);
            relationship(rows, release.concreteValues, row, (long) (release.concreteText.size() - position) << 32 | position);
        }
    }

    /** The columns that relationships and concrete values share. */
    private static void relationship(Rf2Rows rows, RowTable table, int row, long target) throws IOException {
        long source = rows.sctid(4);
        int group = rows.number(6);
        if (group < 0) {
            throw rows.wrong(6, "a group number, 0 or more");
        }
        long type = rows.sctid(7);
        long characteristic = rows.sctid(8);
        rows.sctid(9);
        if (row < 0) {
            return;
        }
        table.set(row, Release.RELATIONSHIP_SOURCE, source);
        table.set(row, Release.RELATIONSHIP_TARGET, target);
        table.set(row, Release.RELATIONSHIP_GROUP, group);
        table.set(row, Release.RELATIONSHIP_TYPE, type);
        table.set(row, Release.RELATIONSHIP_CHARACTERISTIC, characteristic);
    }

    private void language(Rf2Rows rows, long origin) throws IOException {
        List<String> header = new ArrayList<>(MEMBER);
        header.add(ACCEPTABILITY);
        rows.requireHeader(header, header.size());
        RowTable table = release.acceptabilities;
        while (next(rows)) {
            int row = begin(rows, table, true, origin);
            long refset = rows.sctid(4);
            long description = rows.sctid(5);
            long acceptability = rows.sctid(6);
            if (acceptability != Sctid.PREFERRED && acceptability != Sctid.ACCEPTABLE) {
                throw rows.wrong(6, Sctid.PREFERRED + " (preferred) or " + Sctid.ACCEPTABLE + " (acceptable)");
            }
            if (row >= 0) {
                table.set(row, Release.MEMBER_REFSET, refset);
                table.set(row, Release.MEMBER_COMPONENT, description);
                table.set(row, Release.MEMBER_FIELDS, acceptability);
            }
        }
    }

    private void refset(Rf2Rows rows, long origin, Rf2FileName name) throws IOException {
        String types = name.fieldTypes().toLowerCase(Locale.ROOT);
        rows.requireHeader(MEMBER, MEMBER.size() + types.length());
        List<String> fields = rows.header().subList(MEMBER.size(), rows.header().size());
        Release.RefsetTable table =
                release.refsets.computeIfAbsent(new Release.RefsetForm(types, List.copyOf(fields)), Release.RefsetTable::new);
        long[] values = new long[types.length()];
        while (next(rows)) {
            int row = begin(rows, table.rows, true, origin);
            long refset = rows.sctid(4);
            long component = rows.sctid(5);
            for (int i = 0; i < values.length; i++) {
                values[i] = field(rows, MEMBER.size() + i, types.charAt(i), table.texts);
            }
            if (row < 0) {
                continue;
            }
            table.rows.set(row, Release.MEMBER_REFSET, refset);
            table.rows.set(row, Release.MEMBER_COMPONENT, component);
            for (int i = 0; i < values.length; i++) {
                table.rows.set(row, Release.MEMBER_FIELDS + i, values[i]);
            }
        }
    }

    private void identifiers(Rf2Rows rows) throws IOException {
        boolean older = rows.header().getFirst().equalsIgnoreCase(IDENTIFIER.getLast().getFirst());
        List<String> columns = older ? IDENTIFIER.getLast() : IDENTIFIER.getFirst();
        rows.requireHeader(columns, columns.size());
        while (next(rows)) {
            int code = columns.indexOf("alternateIdentifier");
            if (rows.isEmpty(code)) {
                throw rows.wrong(code, "a code");
            }
            rows.sctid(columns.indexOf("moduleId"));
            AlternateIdentifiers.Row row = new AlternateIdentifiers.Row(
                    rows.sctid(columns.indexOf("identifierSchemeId")),
                    rows.text(code),
                    rows.time(columns.indexOf("effectiveTime")),
                    rows.flag(columns.indexOf("active")),
                    rows.sctid(columns.indexOf("referencedComponentId")));
            release.identifiers.merge(row.key(), row, (before, now) -> now.time() >= before.time() ? now : before);
        }
    }

    private static long field(Rf2Rows rows, int column, char type, TextPool texts) throws IOException {
        if (type == 's') {
            return texts.add(rows.text(column));
        }
        if (rows.isEmpty(column)) {
            return RefsetRows.ABSENT;
        }
        return type == 'i' ? rows.number(column) : rows.sctid(column);
    }
}
