package no.normverk.snomed;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.normverk.terminology.edition.ColumnFile;
import no.normverk.terminology.edition.ColumnWriter;
import no.normverk.terminology.edition.TextColumn;
import org.jspecify.annotations.Nullable;

/**
 * Codes of other identifier schemes that stand for concepts (RF2 identifier files, Release File Specification 4.2.4), such as the LOINC codes of the LOINC extension. Only active ones
 * are kept. Editions compiled before they were read have none.
 */
public final class AlternateIdentifiers {

    /** What schemes are called in expression constraints; others go by the beginning of a term of their concept. */
    private static final Map<String, Long> KNOWN =
            Map.of("loinc", 30051010000102L, "npu", 21003000106L, "nuva", 21002000101L);

    private static final Map<Long, String> SYSTEMS = Map.of(30051010000102L, "http://loinc.org");

    /**
     * One identifier.
     *
     * @param scheme the concept that stands for the identifier scheme
     * @param code the code in that scheme
     * @param time effective time yyyymmdd
     * @param active whether it is in use
     * @param concept SCTID of the concept it stands for
     */
    record Row(long scheme, String code, int time, boolean active, long concept) {

        /** What makes rows states of one and the same identifier. */
        Key key() {
            return new Key(scheme, code, concept);
        }
    }

    record Key(long scheme, String code, long concept) {}

    private final long[] schemes;
    private final TextColumn codes;
    private final ColumnFile.IntColumn concepts;
    /** The rows in the order of their concepts. */
    private final int[] byConcept;

    private AlternateIdentifiers(long[] schemes, TextColumn codes, ColumnFile.IntColumn concepts) {
        this.schemes = schemes;
        this.codes = codes;
        this.concepts = concepts;
        byConcept = new int[schemes.length];
        Arrays.setAll(byConcept, row -> row);
        IntArrays.mergeSort(byConcept, (one, other) -> Integer.compare(concepts.get(one), concepts.get(other)));
    }

    /** Those of an edition; {@code null} when its release had none. */
    static @Nullable AlternateIdentifiers open(ColumnFile columns) {
        return columns.has(SnomedColumns.IDENTIFIER_SCHEME)
                ? new AlternateIdentifiers(
                        columns.longs(SnomedColumns.IDENTIFIER_SCHEME),
                        columns.texts(SnomedColumns.IDENTIFIER_CODE),
                        columns.mappedInts(SnomedColumns.IDENTIFIER_CONCEPT))
                : null;
    }

    static void write(ColumnWriter columns, Release release, ConceptOrder order, Map<String, Long> counts, Warnings warnings)
            throws IOException {
        List<Row> rows = release.identifiers.values().stream()
                .filter(Row::active)
                .filter(row -> isKnown(row, order, warnings))
                .sorted(Comparator.comparingLong(Row::scheme).thenComparing(Row::code).thenComparingLong(Row::concept))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        counts.put("alternate identifiers", (long) rows.size());
        columns.longs(SnomedColumns.IDENTIFIER_SCHEME, rows.stream().mapToLong(Row::scheme).toArray());
        columns.texts(SnomedColumns.IDENTIFIER_CODE, rows.stream().map(Row::code).toList());
        columns.ints(SnomedColumns.IDENTIFIER_CONCEPT, rows.stream().mapToInt(row -> order.locate(row.concept)).toArray());
    }

    private static boolean isKnown(Row row, ConceptOrder order, Warnings warnings) {
        boolean known = order.locate(row.concept) >= 0;
        if (!known) {
            warnings.add("an alternate identifier stands for no concept of the release: " + row.scheme + "#" + row.code);
        }
        return known;
    }

    /** The identifier schemes there are, SCTIDs. */
    public long[] schemes() {
        return Arrays.stream(schemes).distinct().toArray();
    }

    /** The scheme that goes by a name without regard to case, or -1 when it is not among those known by name. */
    public static long known(String alias) {
        return KNOWN.getOrDefault(alias.toLowerCase(Locale.ROOT), -1L);
    }

    /** The ordinals of the concepts that a code stands for; empty when it is not known. */
    public int[] concepts(long scheme, String code) {
        int low = 0;
        int high = schemes.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(middle, scheme, code) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        IntArrayList found = new IntArrayList();
        for (int i = low; i < schemes.length && compare(i, scheme, code) == 0; i++) {
            found.add(concepts.get(i));
        }
        return found.toIntArray();
    }

    /** One code that stands for a concept. */
    record Identifier(long scheme, String code) {}

    /** The codes that stand for a concept, by scheme and code. */
    List<Identifier> of(int concept) {
        int low = 0;
        int high = byConcept.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (concepts.get(byConcept[middle]) < concept) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        List<Identifier> found = new ArrayList<>();
        for (int i = low; i < byConcept.length && concepts.get(byConcept[i]) == concept; i++) {
            found.add(new Identifier(schemes[byConcept[i]], codes.get(byConcept[i])));
        }
        return found;
    }

    /** The FHIR URI of an identifier scheme's code system: those in general use, and otherwise the concept that stands for the scheme. */
    static String system(long scheme) {
        return SYSTEMS.getOrDefault(scheme, "http://snomed.info/id/" + scheme);
    }

    private int compare(int row, long scheme, String code) {
        int byScheme = Long.compare(schemes[row], scheme);
        return byScheme != 0 ? byScheme : codes.get(row).compareTo(code);
    }
}
