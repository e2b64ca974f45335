package no.normverk.snomed;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import no.normverk.terminology.edition.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnomedCompilerTest {

    private static final long CHILD = 1001000;
    private static final long GRANDCHILD = 1002000;
    private static final long EXTENSION = 51000202101L;
    private static final String CORE_URI = "http://snomed.info/sct/900000000000207008/version/";

    @TempDir
    Path folder;

    private static Rf2Writer small() {
        return Rf2Writer.snapshot()
                .concept(Sctid.ROOT, "Root")
                .concept(Sctid.IS_A, "Is a", Sctid.ROOT)
                .concept(CHILD, "Child", Sctid.ROOT)
                .dependency(Sctid.MODEL_MODULE, "20250101", "20250101");
    }

    private CompileReport compile(Path... packages) throws IOException {
        return SnomedCompiler.compile(List.of(packages), CompileOptions.DEFAULT, folder.resolve("edition"), Progress.NONE);
    }

    private SnomedEdition open() throws IOException {
        return SnomedEdition.open(folder.resolve("edition"));
    }

    @Test
    void anExtensionIsComposedWithWhatItExtends() throws IOException {
        Path core = small().zip(folder.resolve("core.zip"));
        Path extension = Rf2Writer.snapshot()
                .module(EXTENSION)
                .day("20250915")
                .concept(GRANDCHILD, "Grandchild", CHILD)
                .dependency(Sctid.CORE_MODULE, "20250915", "20250101")
                .dependency(Sctid.MODEL_MODULE, "20250915", "20250101")
                .zip(folder.resolve("extension.zip"));
        CompileReport report = compile(core, extension);
        assertThat(report.versionUri()).isEqualTo("http://snomed.info/sct/51000202101/version/20250915");
        assertThat(report.warnings()).isEmpty();
        assertThat(report.counts()).containsEntry("concepts, active", 4L).containsEntry("relationships, is-a", 3L);
        try (SnomedEdition edition = open()) {
            assertThat(edition.subsumes(edition.locate(Sctid.ROOT), edition.locate(GRANDCHILD))).isTrue();
            assertThat(edition.module(edition.locate(GRANDCHILD))).isEqualTo(EXTENSION);
        }
    }

    @Test
    void theNewestStateOfAComponentWinsWhateverPackageItIsIn() throws IOException {
        Path newer = small().day("20250301").bareConcept(CHILD, true).write(folder.resolve("newer"));
        Path older = Rf2Writer.snapshot().day("20240101").active(false).bareConcept(CHILD, false).write(folder.resolve("older"));
        compile(newer, older);
        try (SnomedEdition edition = open()) {
            int child = edition.locate(CHILD);
            assertThat(edition.isInactive(child)).isFalse();
            assertThat(edition.isDefined(child)).isTrue();
            assertThat(edition.effectiveTime(child)).isEqualTo(20250301);
        }
    }

    @Test
    void onEqualEffectiveTimesTheLaterPackageWins() throws IOException {
        Path first = small().bareConcept(CHILD, false).write(folder.resolve("first"));
        Path second = Rf2Writer.snapshot().bareConcept(CHILD, true).write(folder.resolve("second"));
        compile(first, second);
        try (SnomedEdition edition = open()) {
            assertThat(edition.isDefined(edition.locate(CHILD))).isTrue();
        }
    }

    @Test
    void aFullReleaseGivesTheNewestRowOfEachComponent() throws IOException {
        Rf2Writer full = new Rf2Writer("Full").concept(Sctid.ROOT, "Root");
        full.description(77011, CHILD, "en", Sctid.SYNONYM, "New words");
        full.bareConcept(CHILD, true).relationship(CHILD, 0, Sctid.IS_A, Sctid.ROOT);
        full.day("20200131").bareConcept(CHILD, false).description(77011, CHILD, "en", Sctid.SYNONYM, "Old words");
        full.day("20250601").active(false).bareConcept(Sctid.ROOT, false);
        compile(full.write(folder.resolve("full")));
        try (SnomedEdition edition = open()) {
            assertThat(edition.display(edition.locate(CHILD))).isEqualTo("New words");
            assertThat(edition.isDefined(edition.locate(CHILD))).isTrue();
            assertThat(edition.isInactive(edition.locate(Sctid.ROOT))).isTrue();
        }
    }

    @Test
    void aSnapshotIsReadRatherThanTheFullHistoryBesideIt() throws IOException {
        Path both = folder.resolve("both");
        small().write(both);
        new Rf2Writer("Full").concept(999000, "Only in full").write(both);
        new Rf2Writer("Delta").concept(998000, "Only in delta").write(both);
        CompileReport report = compile(both);
        assertThat(report.notes()).anyMatch(note -> note.contains("Full") && note.contains("the snapshot is read"));
        assertThat(report.notes()).anyMatch(note -> note.contains("Delta") && note.contains("is a delta"));
        try (SnomedEdition edition = open()) {
            assertThat(edition.locate(999000)).isEqualTo(-1);
            assertThat(edition.locate(998000)).isEqualTo(-1);
        }
    }

    @Test
    void zipsWithinAZipAreRead() throws IOException {
        ByteArrayOutputStream outer = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(outer)) {
            zip.putNextEntry(new ZipEntry("inner.zip"));
            zip.write(small().zipped());
            zip.closeEntry();
        }
        Path path = Files.write(folder.resolve("outer.zip"), outer.toByteArray());
        assertThat(compile(path).counts()).containsEntry("concepts, active", 3L);
    }

    @Test
    void statedRelationshipsAreNotMistakenForRelationships() throws IOException {
        Path path = small()
                .concept(GRANDCHILD, "Grandchild")
                .file(
                        "sct2_StatedRelationship_Snapshot_XX_20250101.txt",
                        "id\teffectiveTime\tactive\tmoduleId\tsourceId\tdestinationId\trelationshipGroup\ttypeId\tcharacteristicTypeId\tmodifierId\r\n"
                                + "99021\t20250101\t1\t900000000000207008\t1002000\t1001000\t0\t116680003\t900000000000010007\t900000000000451002\r\n")
                .write(folder.resolve("package"));
        CompileReport report = compile(path);
        assertThat(report.notes()).anyMatch(note -> note.contains("stated relationships"));
        try (SnomedEdition edition = open()) {
            assertThat(edition.hierarchy().parentCount(edition.locate(GRANDCHILD))).isZero();
        }
    }

    @Test
    void filesThatAreNotKnownAreReported() throws IOException {
        Path path = small().file("sct2_Gadget_Snapshot_XX_20250101.txt", "a\tb\r\n").file("Readme.txt", "hello").write(folder.resolve("p"));
        CompileReport report = compile(path);
        assertThat(report.warnings())
                .extracting(CompileReport.Warning::text)
                .containsExactly("p/Snapshot/sct2_Gadget_Snapshot_XX_20250101.txt is not a known release file; ignored");
    }

    @Test
    void rowsThatReferToWhatIsNotThereAreLeftOutWithAWarningThatNamesFileAndLine() throws IOException {
        Rf2Writer rf2 = small().relationship(CHILD, 1, CHILD, 987000).relationship(CHILD, 1, 988000, Sctid.ROOT);
        rf2.description(989000, "en", Sctid.SYNONYM, "Of nothing");
        rf2.accept(Sctid.EN_US, 996011, true);
        CompileReport report = compile(rf2.write(folder.resolve("package")));
        assertThat(report.counts()).containsEntry("relationships, attributes", 0L);
        assertThat(report.warnings())
                .extracting(CompileReport.Warning::toString)
                .containsExactlyInAnyOrder(
                        "package/Snapshot/sct2_Relationship_Snapshot_XX_20250101.txt, line 4: relationship left out, its target is no concept here: 987000",
                        "package/Snapshot/sct2_Relationship_Snapshot_XX_20250101.txt, line 5: relationship left out, its type is no concept here: 988000",
                        "package/Snapshot/sct2_Description_Snapshot-en_XX_20250101.txt, line 8: description left out, its concept is not here: 989000",
                        "package/Snapshot/der2_cRefset_LanguageSnapshot-en_XX_20250101.txt, line 11: language reference set member left out, its description is not here: 996011");
    }

    @Test
    void aCycleInTheHierarchyIsBrokenWithAWarning() throws IOException {
        Path path = small().concept(GRANDCHILD, "Grandchild", CHILD).relationship(CHILD, 0, Sctid.IS_A, GRANDCHILD).write(folder.resolve("p"));
        assertThat(compile(path).warnings()).anyMatch(warning -> warning.text().contains("cycles"));
        try (SnomedEdition edition = open()) {
            assertThat(edition.subsumes(edition.locate(Sctid.ROOT), edition.locate(CHILD))).isTrue();
        }
    }

    @Test
    void theVersionOfTheInternationalEditionIsThatOfItsModuleThoughAMapModuleDependsOnIt() throws IOException {
        Path path = small()
                .module(449080006L)
                .dependency(Sctid.CORE_MODULE, "20250101", "20250101")
                .dependency(Sctid.MODEL_MODULE, "20250101", "20250101")
                .write(folder.resolve("package"));
        CompileReport report = compile(path);
        assertThat(report.versionUri()).isEqualTo(CORE_URI + "20250101");
        assertThat(report.warnings()).isEmpty();
    }

    @Test
    void aModuleThatCannotBeToldIsChosenWithAWarning() throws IOException {
        Path path = Rf2Writer.snapshot().concept(Sctid.ROOT, "Root").write(folder.resolve("package"));
        CompileReport report = compile(path);
        assertThat(report.versionUri()).isEqualTo(CORE_URI + "20250101");
        assertThat(report.warnings()).singleElement().matches(warning -> warning.text().contains("--version-uri"));
    }

    @Test
    void theVersionUriCanBeGiven() throws IOException {
        CompileOptions options = new CompileOptions("http://snomed.info/xsct/31000003106/version/20250909");
        Path target = folder.resolve("edition");
        SnomedCompiler.compile(List.of(small().write(folder.resolve("p"))), options, target, Progress.NONE);
        try (SnomedEdition edition = open()) {
            assertThat(edition.header().url()).isEqualTo("http://snomed.info/sct");
            assertThat(edition.header().version()).isEqualTo("http://snomed.info/xsct/31000003106/version/20250909");
            assertThat(edition.manifest().version()).isEqualTo(edition.header().version());
        }
        assertThatThrownBy(() -> new CompileOptions("20250909")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Stream<Arguments> malformedRows() {
        return Stream.of(
                arguments("sct2_Concept_", "1001000", "10x1000", "id", 4),
                arguments("sct2_Concept_", "1001000", "01001000", "id", 4),
                arguments("sct2_Concept_", "1001000", "1001000100100010010", "id", 4),
                arguments("sct2_Concept_", "1001000\t20250101", "1001000\t2025-1-1", "effectiveTime", 4),
                arguments("sct2_Concept_", "1001000\t20250101", "1001000\t20251301", "effectiveTime", 4),
                arguments("sct2_Concept_", "20250101\t1", "20250101\ttrue", "active", 2),
                arguments("sct2_Concept_", "900000000000207008", "", "moduleId", 2),
                arguments("sct2_Concept_", "900000000000074008", "primitive", "definitionStatusId", 2),
                arguments("sct2_Description_", "\ten\t", "\t\t", "languageCode", 2),
                arguments("sct2_Description_", "Root (thing)", "", "term", 2),
                arguments("sct2_Relationship_", "\t0\t", "\t-1\t", "relationshipGroup", 2),
                arguments("sct2_Relationship_", "\t0\t", "\tx\t", "relationshipGroup", 2),
                arguments("sct2_RelationshipConcreteValues_", "#5", "5", "value", 2),
                arguments("sct2_RelationshipConcreteValues_", "#5", "#5.", "value", 2),
                arguments("der2_cRefset_Language", "-90ab-", "x90ab-", "id", 2),
                arguments("der2_cRefset_Language", "900000000000548007", "900000000000548001", "acceptabilityId", 2),
                arguments("der2_iRefset_Odd", "\t1001000\t7", "\t1001000\tseven", "number", 2),
                arguments("der2_iRefset_Odd", "\t1001000\t7", "\t1001000\t7777777777", "number", 2));
    }

    @ParameterizedTest
    @MethodSource("malformedRows")
    void aMalformedRowIsRefusedWithFileLineAndColumn(String file, String found, String replacement, String column, int line)
            throws IOException {
        Path path = small()
                .concrete(CHILD, 0, Sctid.IS_A, "#5")
                .member("i", "Odd", List.of("number"), 5001000, CHILD, 7)
                .replace(file, found, replacement)
                .write(folder.resolve("package"));
        Rf2FormatException failure = requireNonNull(catchThrowableOfType(Rf2FormatException.class, () -> compile(path)));
        assertThat(failure.file()).startsWith("package/Snapshot/" + file);
        assertThat(failure.line()).isEqualTo(line);
        assertThat(failure.column()).isEqualTo(column);
        assertThat(failure.expected()).isNotEmpty();
        assertThat(failure).hasMessageContaining(failure.file()).hasMessageContaining("line " + line);
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\t1\t2"})
    void aRowWithTooFewOrTooManyFieldsIsRefused(String replacement) throws IOException {
        Path path = small().replace("sct2_Concept_", "\t900000000000074008", replacement).write(folder.resolve("package"));
        Rf2FormatException failure = requireNonNull(catchThrowableOfType(Rf2FormatException.class, () -> compile(path)));
        assertThat(failure.line()).isEqualTo(2);
        assertThat(failure.column()).isNull();
        assertThat(failure.expected()).startsWith("5 fields");
        assertNothingIsLeft();
    }

    @Test
    void anEmptyLineIsRefused() throws IOException {
        Path path = small().replace("sct2_Concept", "\r\n", "\r\n\r\n").write(folder.resolve("package"));
        assertThatThrownBy(() -> compile(path))
                .isInstanceOf(Rf2FormatException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("an empty line");
    }

    @Test
    void aHeaderOfAnotherKindIsRefused() throws IOException {
        Path path = small().replace("sct2_Concept", "definitionStatusId", "status").write(folder.resolve("package"));
        Rf2FormatException failure = requireNonNull(catchThrowableOfType(Rf2FormatException.class, () -> compile(path)));
        assertThat(failure.line()).isEqualTo(1);
        assertThat(failure.column()).isEqualTo("definitionStatusId");
        assertThat(failure.value()).isEqualTo("status");
        Path odd = small().member("ii", "Odd", List.of("number"), 5001000, CHILD, 7).write(folder.resolve("odd"));
        assertThatThrownBy(() -> compile(odd)).isInstanceOf(Rf2FormatException.class).hasMessageContaining("8 columns");
    }

    @Test
    void textThatIsNotUtf8IsRefused() throws IOException {
        Path path = small().replace("sct2_Description", "Root (thing)", "R¤t (thing)").write(folder.resolve("package"));
        Path file = path.resolve("Snapshot/sct2_Description_Snapshot-en_XX_20250101.txt");
        Files.write(file, Files.readString(file).getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> compile(path))
                .isInstanceOf(Rf2FormatException.class)
                .hasMessageContaining("line 2, column term")
                .hasMessageContaining("UTF-8");
    }

    @Test
    void linesMayEndWithLineFeedAloneAndTheFileMayBeginWithAByteOrderMark() throws IOException {
        Path path = small().write(folder.resolve("package"));
        Path file = path.resolve("Snapshot/sct2_Concept_Snapshot_XX_20250101.txt");
        Files.writeString(file, "\uFEFF" + Files.readString(file).replace("\r\n", "\n").stripTrailing());
        assertThat(compile(path).counts()).containsEntry("concepts, active", 3L);
    }

    @Test
    void aFailedCompileLeavesNothingBehindAndAnExistingEditionIsNotTouched() throws IOException {
        assertThatThrownBy(() -> compile(folder.resolve("missing"))).isInstanceOf(IOException.class).hasMessageContaining("missing");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> compile(empty)).isInstanceOf(IOException.class).hasMessageContaining("no concepts");
        Path text = Files.writeString(folder.resolve("text.zip"), "not a zip");
        assertThatThrownBy(() -> compile(text)).isInstanceOf(IOException.class).hasMessageContaining("neither a folder nor a zip");
        assertNothingIsLeft();
        Path good = small().write(folder.resolve("package"));
        compile(good);
        assertThatThrownBy(() -> compile(good)).isInstanceOf(FileAlreadyExistsException.class);
        open().close();
    }

    @Test
    void aFailureWhileWritingLeavesNothingBehind() throws IOException {
        Path good = small().write(folder.resolve("package"));
        Progress failing = (phase, done, total) -> {
            if (phase.equals("indexing text")) {
                throw new IllegalStateException("no more");
            }
        };
        Path target = folder.resolve("edition");
        assertThatThrownBy(() -> SnomedCompiler.compile(List.of(good), CompileOptions.DEFAULT, target, failing))
                .hasMessage("no more");
        assertNothingIsLeft();
    }

    private void assertNothingIsLeft() throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.contains("edition"));
        }
    }

    @Test
    void progressTellsPhasesAndRows() throws IOException {
        List<String> phases = new ArrayList<>();
        Progress progress = (phase, done, total) -> {
            synchronized (phases) {
                phases.add(phase);
            }
        };
        SnomedCompiler.compile(
                List.of(small().write(folder.resolve("p"))), CompileOptions.DEFAULT, folder.resolve("edition"), progress);
        assertThat(phases).contains("reading release files", "relationships", "descriptions", "indexing text", "checking the edition");
    }

    @Test
    void equalPackagesMakeEqualEditions() throws IOException {
        Path path = small().write(folder.resolve("p"));
        compile(path);
        Path again = folder.resolve("again");
        SnomedCompiler.compile(List.of(path), CompileOptions.DEFAULT, again, Progress.NONE);
        assertThat(again.resolve("columns.nvc")).hasSameBinaryContentAs(folder.resolve("edition/columns.nvc"));
        assertThat(again.resolve("manifest.json")).hasSameTextualContentAs(folder.resolve("edition/manifest.json"));
    }
}
