package no.normverk.terminology.edition;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roaringbitmap.RoaringBitmap;

class EditionTest {

    @TempDir
    Path folder;

    private final int[] ints = new Random(1).ints(300_000).toArray();
    private final long[] longs = new Random(2).longs(200_001).toArray();

    private Path written() throws IOException {
        Path target = folder.resolve("edition");
        EditionDirectory.create(target, this::write, edition -> EditionDirectory.open(edition, Manifest.read(edition)).close());
        return target;
    }

    private EditionDirectory.Description write(ColumnWriter columns) throws IOException {
        columns.ints("ints", ints);
        columns.bytes("some bytes", new byte[] {1, 2, 3});
        columns.longs("longs", longs);
        columns.ints("none", new int[0]);
        columns.texts("words", List.of("ål", "", "beer"));
        BitmapsWriter bitmaps = new BitmapsWriter();
        bitmaps.add(RoaringBitmap.bitmapOf(1, 5, 70_000));
        bitmaps.addNone();
        bitmaps.write(columns, "sets");
        ListedColumnWriter listed = new ListedColumnWriter("http://example.no/system");
        listed.add("1", "Øl");
        listed.add("2", "\"Best\" \\ \t");
        listed.addNone();
        listed.add("4", "Vin 🍷");
        listed.write(columns, "listed");
        return new EditionDirectory.Description("test", "http://example.no/system", "1", Map.of("words", 3L));
    }

    private static ColumnFile open(Path edition) throws IOException {
        return EditionDirectory.open(edition, Manifest.read(edition));
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        try (ColumnFile columns = open(written())) {
            assertThat(columns.ints("ints")).isEqualTo(ints);
            assertThat(columns.longs("longs")).isEqualTo(longs);
            assertThat(columns.bytes("some bytes")).containsExactly(1, 2, 3);
            assertThat(columns.ints("none")).isEmpty();
            assertThat(columns.mappedInts("ints").get(299_999)).isEqualTo(ints[299_999]);
            assertThat(columns.mappedLongs("longs").get(200_000)).isEqualTo(longs[200_000]);
            assertThat(columns.texts("words").toList()).containsExactly("ål", "", "beer");
            assertThat(columns.has("longs")).isTrue();
            assertThat(columns.has("Longs")).isFalse();
        }
    }

    private static String json(ListedColumn listed, int from, int to) {
        byte[] bytes = new byte[listed.length(from, to) + 2];
        listed.copy(from, to, bytes, 1);
        return new String(bytes, 1, bytes.length - 2, StandardCharsets.UTF_8);
    }

    @Test
    void entriesOfListsAreJsonAndARunOfThemIsOneCopy() throws IOException {
        try (ColumnFile columns = open(written())) {
            ListedColumn listed = ListedColumn.open(columns, "listed");

            assertThat(List.of(listed.has(0), listed.has(1), listed.has(2), listed.has(3))).containsExactly(true, true, false, true);
            assertThat(json(listed, 0, 1)).isEqualTo("{\"system\":\"http://example.no/system\",\"code\":\"1\",\"display\":\"Øl\"}");
            assertThat(json(listed, 0, 2)).isEqualTo(json(listed, 0, 1)
                    + ",{\"system\":\"http://example.no/system\",\"code\":\"2\",\"display\":\"\\\"Best\\\" \\\\ \\t\"}");
            assertThat(json(listed, 3, 4)).contains("\"Vin 🍷\"");
        }
    }

    @Test
    void bitmapsAreReadWhereTheyLie() throws IOException {
        try (ColumnFile columns = open(written())) {
            Bitmaps bitmaps = Bitmaps.open(columns, "sets");
            assertThat(bitmaps.size()).isEqualTo(2);
            assertThat(requireNonNull(bitmaps.get(0)).toArray()).containsExactly(1, 5, 70_000);
            assertThat(bitmaps.get(1)).isNull();
        }
    }

    private static int compare(TextColumn words, int index, int depth, String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return words.compare(index, depth, bytes, 0, bytes.length);
    }

    @Test
    void aPrefixIsComparedByteByByte() throws IOException {
        try (ColumnFile columns = open(written())) {
            TextColumn words = columns.texts("words");
            assertThat(compare(words, 2, 0, "be")).isZero();
            assertThat(compare(words, 2, 0, "beers")).isNegative();
            assertThat(compare(words, 2, 0, "ba")).isPositive();
            assertThat(compare(words, 1, 0, "a")).isNegative();
            assertThat(compare(words, 2, 1, "e")).isZero();
        }
    }

    @Test
    void aColumnThatIsNotThereOrOfAnotherWidthIsRefused() throws IOException {
        try (ColumnFile columns = open(written())) {
            assertThatThrownBy(() -> columns.ints("nothing")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> columns.ints("longs")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void afterClosingTheMappingIsNotReadAnyMore() throws IOException {
        ColumnFile columns = open(written());
        ColumnFile.IntColumn mapped = columns.mappedInts("ints");
        columns.close();
        assertThatThrownBy(() -> mapped.get(0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void damageToAnyByteOfAColumnTheDirectoryOrTheFooterIsNoticed() throws IOException {
        Path file = EditionDirectory.columns(written());
        byte[] whole = Files.readAllBytes(file);
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            byte[] damaged = whole.clone();
            int at = i < 20 ? whole.length - 1 - i * 7 : random.nextInt(16, 1_200_000);
            damaged[at] ^= 0x10;
            Files.write(file, damaged);
            assertThatThrownBy(() -> ColumnFile.open(file).close())
                    .as("seed %d, byte %d of %d", seed, at, whole.length)
                    .isInstanceOf(EditionException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    @Test
    void aFileCutShortIsNoticed() throws IOException {
        Path edition = written();
        Path file = EditionDirectory.columns(edition);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 100_000));
        assertThatThrownBy(() -> open(edition)).isInstanceOf(EditionException.class).hasMessageContaining("not as long");
        assertThatThrownBy(() -> ColumnFile.open(file)).isInstanceOf(EditionException.class);
    }

    @Test
    void anotherFormatVersionIsRefusedByManifestAndColumnFile() throws IOException {
        Path edition = written();
        Path file = EditionDirectory.columns(edition);
        byte[] whole = Files.readAllBytes(file);
        whole[8] = 99;
        Files.write(file, whole);
        assertThatThrownBy(() -> ColumnFile.open(file)).isInstanceOf(EditionException.class).hasMessageContaining("format version 99");
        Path manifest = edition.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replaceFirst("\"formatVersion\" : 1", "\"formatVersion\" : 7"));
        assertThatThrownBy(() -> Manifest.read(edition))
                .isInstanceOf(EditionException.class)
                .hasMessageContaining("format version 7")
                .hasMessageContaining("load the release files again");
    }

    @Test
    void aDirectoryWithoutManifestOrWithABrokenOneIsNoEdition() throws IOException {
        assertThatThrownBy(() -> Manifest.read(folder)).isInstanceOf(EditionException.class).hasMessageContaining("not an edition");
        Files.writeString(folder.resolve("manifest.json"), "{");
        assertThatThrownBy(() -> Manifest.read(folder)).isInstanceOf(EditionException.class).hasMessageContaining("cannot be read");
    }

    @Test
    void theManifestTellsTheDigestOfTheColumns() throws IOException {
        Path edition = written();
        EditionDirectory.verify(edition);
        Path file = EditionDirectory.columns(edition);
        byte[] whole = Files.readAllBytes(file);
        whole[12] ^= 1;
        Files.write(file, whole);
        assertThatThrownBy(() -> EditionDirectory.verify(edition)).isInstanceOf(EditionException.class).hasMessageContaining("SHA-256");
    }

    @Test
    void anEditionThatFailsItsCheckIsNotPublished() {
        Path target = folder.resolve("edition");
        assertThatThrownBy(() -> EditionDirectory.create(target, this::write, edition -> {
                    throw new EditionException("wrong");
                }))
                .hasMessage("wrong");
        assertThat(folder).isEmptyDirectory();
    }
}
