package no.normverk.snomed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes small RF2 packages for tests. Rows are written in the module and with the effective time that were set last. Identifiers
 * of descriptions and relationships are made up where none is given; concepts have the identifiers the test gives them.
 */
public final class Rf2Writer {

    private static final String COMMON = "id\teffectiveTime\tactive\tmoduleId\t";
    private static final String MEMBER = COMMON + "refsetId\treferencedComponentId";
    private static final long CASE_INSENSITIVE = 900000000000448009L;
    private static final long SOME = 900000000000451002L;

    private final String release;
    private final Map<String, StringBuilder> files = new LinkedHashMap<>();
    private long module = Sctid.CORE_MODULE;
    private String day = "20250101";
    private boolean active = true;
    private long next = 1;

    /** @param release {@code Snapshot}, {@code Full} or {@code Delta} */
    public Rf2Writer(String release) {
        this.release = release;
        file(Kind.CONCEPT);
    }

    public static Rf2Writer snapshot() {
        return new Rf2Writer("Snapshot");
    }

    private enum Kind {
        CONCEPT("sct2_Concept_%s_XX_20250101.txt", COMMON + "definitionStatusId"),
        DESCRIPTION(
                "sct2_Description_%s-en_XX_20250101.txt",
                COMMON + "conceptId\tlanguageCode\ttypeId\tterm\tcaseSignificanceId"),
        DEFINITION(
                "sct2_TextDefinition_%s-en_XX_20250101.txt",
                COMMON + "conceptId\tlanguageCode\ttypeId\tterm\tcaseSignificanceId"),
        RELATIONSHIP(
                "sct2_Relationship_%s_XX_20250101.txt",
                COMMON + "sourceId\tdestinationId\trelationshipGroup\ttypeId\tcharacteristicTypeId\tmodifierId"),
        CONCRETE(
                "sct2_RelationshipConcreteValues_%s_XX_20250101.txt",
                COMMON + "sourceId\tvalue\trelationshipGroup\ttypeId\tcharacteristicTypeId\tmodifierId"),
        IDENTIFIER(
                "sct2_Identifier_%s_XX_20250101.txt",
                "alternateIdentifier\teffectiveTime\tactive\tmoduleId\tidentifierSchemeId\treferencedComponentId"),
        LANGUAGE("der2_cRefset_Language%s-en_XX_20250101.txt", MEMBER + "\tacceptabilityId");

        private final String name;
        private final String header;

        Kind(String name, String header) {
            this.name = name;
            this.header = header;
        }
    }

    public Rf2Writer module(long id) {
        module = id;
        return this;
    }

    /** The effective time of the rows that follow. */
    public Rf2Writer day(String yyyymmdd) {
        day = yyyymmdd;
        return this;
    }

    /** Whether the rows that follow are active. */
    public Rf2Writer active(boolean is) {
        active = is;
        return this;
    }

    /** A row of the concept file alone. */
    public Rf2Writer bareConcept(long id, boolean defined) {
        return row(Kind.CONCEPT, id, defined ? Sctid.DEFINED : Sctid.PRIMITIVE);
    }

    /** A primitive concept with a fully specified name, a synonym preferred in US and British English, and parents. */
    public Rf2Writer concept(long id, String term, long... parents) {
        bareConcept(id, false);
        name(id, Sctid.FULLY_SPECIFIED_NAME, term + " (thing)", Sctid.EN_US);
        name(id, Sctid.SYNONYM, term, Sctid.EN_US, Sctid.EN_GB);
        for (long parent : parents) {
            relationship(id, 0, Sctid.IS_A, parent);
        }
        return this;
    }

    private void name(long concept, long type, String term, long... preferredIn) {
        long description = description(concept, "en", type, term);
        for (long refset : preferredIn) {
            accept(refset, description, true);
        }
    }

    /** A description or text definition; tells its identifier. */
    public long description(long concept, String language, long type, String term) {
        long id = made(11);
        description(id, concept, language, type, term);
        return id;
    }

    public Rf2Writer description(long id, long concept, String language, long type, String term) {
        return row(type == Sctid.DEFINITION ? Kind.DEFINITION : Kind.DESCRIPTION, id, concept, language, type, term, CASE_INSENSITIVE);
    }

    /** A synonym with its standing in one dialect. */
    public Rf2Writer synonym(long concept, String language, String term, long refset, boolean preferred) {
        return accept(refset, description(concept, language, Sctid.SYNONYM, term), preferred);
    }

    public Rf2Writer accept(long refset, long description, boolean preferred) {
        return row(Kind.LANGUAGE, uuid(), refset, description, preferred ? Sctid.PREFERRED : Sctid.ACCEPTABLE);
    }

    public Rf2Writer relationship(long source, int group, long type, long target) {
        return row(Kind.RELATIONSHIP, made(21), source, target, group, type, Sctid.INFERRED, SOME);
    }

    /** @param value in RF2 form, such as {@code #5} */
    public Rf2Writer concrete(long source, int group, long type, String value) {
        return row(Kind.CONCRETE, made(21), source, value, group, type, Sctid.INFERRED, SOME);
    }

    /** A code of another identifier scheme for a concept. */
    public Rf2Writer identifier(long scheme, String code, long concept) {
        return row(Kind.IDENTIFIER, code, scheme, concept);
    }

    /**
     * A member of a reference set.
     *
     * @param types field types, such as {@code sc}
     * @param name name of the file's content, such as {@code SimpleMap}
     * @param fields names of the further columns
     */
    public Rf2Writer member(String types, String name, List<String> fields, long refset, long component, Object... values) {
        return member(uuid(), types, name, fields, refset, component, values);
    }

    public Rf2Writer member(
            String id, String types, String name, List<String> fields, long refset, long component, Object... values) {
        Object[] cells = new Object[3 + values.length];
        cells[0] = id;
        cells[1] = refset;
        cells[2] = component;
        System.arraycopy(values, 0, cells, 3, values.length);
        String header = fields.isEmpty() ? MEMBER : MEMBER + "\t" + String.join("\t", fields);
        return append("der2_" + types + "Refset_" + name + release + "_XX_20250101.txt", header, common(cells));
    }

    public Rf2Writer simpleMember(long refset, long concept) {
        return member("", "Simple", List.of(), refset, concept);
    }

    /** A dependency of the current module. */
    public Rf2Writer dependency(long target, String sourceDay, String targetDay) {
        return member(
                "ss",
                "ModuleDependency",
                List.of("sourceEffectiveTime", "targetEffectiveTime"),
                Sctid.MODULE_DEPENDENCY,
                target,
                sourceDay,
                targetDay);
    }

    /** A file with a name and content of the test's own. */
    public Rf2Writer file(String name, String content) {
        files.put(name, new StringBuilder(content));
        return this;
    }

    /** Replaces text in a file that is there already, to damage it. */
    public Rf2Writer replace(String nameBegins, String found, String replacement) {
        StringBuilder content = files.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(nameBegins))
                .findFirst()
                .orElseThrow()
                .getValue();
        int at = content.indexOf(found);
        if (at < 0) {
            throw new IllegalArgumentException(found + " is not in " + nameBegins);
        }
        content.replace(at, at + found.length(), replacement);
        return this;
    }

    private Rf2Writer row(Kind kind, Object... cells) {
        file(kind);
        return append(String.format(kind.name, release), kind.header, common(cells));
    }

    private void file(Kind kind) {
        files.computeIfAbsent(String.format(kind.name, release), name -> new StringBuilder(kind.header + "\r\n"));
    }

    private Rf2Writer append(String file, String header, String row) {
        files.computeIfAbsent(file, name -> new StringBuilder(header + "\r\n")).append(row).append("\r\n");
        return this;
    }

    private String common(Object... cells) {
        return cells[0] + "\t" + day + "\t" + (active ? 1 : 0) + "\t" + module + "\t"
                + Arrays.stream(cells).skip(1).map(String::valueOf).collect(Collectors.joining("\t"));
    }

    private long made(int ending) {
        return next++ * 1000 + ending;
    }

    private String uuid() {
        return new UUID(0x1234567890ab4defL, next++).toString();
    }

    /** Writes the files to a folder, which is made. */
    public Path write(Path folder) throws IOException {
        Path terminology = Files.createDirectories(folder.resolve(release));
        for (Map.Entry<String, StringBuilder> file : files.entrySet()) {
            Files.writeString(terminology.resolve(file.getKey()), file.getValue());
        }
        return folder;
    }

    /** Writes the files to a zip. */
    public Path zip(Path zip) throws IOException {
        Files.write(zip, zipped());
        return zip;
    }

    /** The files as the bytes of a zip. */
    public byte[] zipped() throws IOException {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream((OutputStream) bytes)) {
            for (Map.Entry<String, StringBuilder> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry("Package/" + release + "/" + file.getKey()));
                out.write(file.getValue().toString().getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** Writes the files and compiles them. */
    public SnomedEdition edition(Path folder) throws IOException {
        Path target = folder.resolve("edition");
        SnomedCompiler.compile(
                List.of(write(folder.resolve("package"))),
                CompileOptions.DEFAULT,
                target,
                no.normverk.terminology.edition.Progress.NONE);
        return SnomedEdition.open(target);
    }
}
