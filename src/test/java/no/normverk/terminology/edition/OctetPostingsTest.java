package no.normverk.terminology.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import no.normverk.terminology.ConceptSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of octets say which designations have several words, whatever their sizes and wherever their blocks end. */
class OctetPostingsTest {

    private static final int CONCEPTS = 30_000;

    @TempDir
    Path folder;

    @Test
    void whatIsInAllListsIsFoundInTheOrderOfConcepts() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int[] conceptOf = random.ints(60_000, 0, CONCEPTS).map(concept -> concept % 97 == 0 ? 5 : concept).toArray();
        DesignationIndexWriter.Groups ofConcept = DesignationIndexWriter.Groups.of(conceptOf, CONCEPTS);
        int[] shares = {2, 3, 5, 50, 400, 20_000};
        List<boolean[]> having = new ArrayList<>();
        List<boolean[]> first = new ArrayList<>();
        for (int share : shares) {
            boolean[] has = new boolean[conceptOf.length];
            boolean[] begins = new boolean[conceptOf.length];
            for (int i = 0; i < has.length; i++) {
                has[i] = random.nextInt(share) == 0;
                begins[i] = has[i] && random.nextBoolean();
            }
            having.add(has);
            first.add(begins);
        }
        try (ColumnFile columns = written(ofConcept, having, first)) {
            OctetPostings postings = opened(columns);
            for (int i = 0; i < 60; i++) {
                int[] lists = random.ints(2 + random.nextInt(3), 0, shares.length).toArray();
                ConceptSet within = random.nextBoolean() ? null : ConceptSet.of(random.nextInt(CONCEPTS), random.nextInt(CONCEPTS), 5);
                List<String> found = new ArrayList<>();
                postings.intersect(lists, within, (concept, octet, all, begins) -> {
                    for (int bit = 0; bit < Octets.SIZE; bit++) {
                        if ((all >> bit & 1) != 0 && (within == null || within.contains(concept))) {
                            found.add(concept + " " + ofConcept.members()[postings.place(octet) + bit] + " " + (begins >> bit & 1));
                        }
                    }
                });
                assertThat(found).as("seed %d, question %d", seed, i).isEqualTo(expected(ofConcept, conceptOf, lists, having, first, within));
            }
        }
    }

    private static List<String> expected(
            DesignationIndexWriter.Groups ofConcept, int[] conceptOf, int[] lists, List<boolean[]> having, List<boolean[]> first, @Nullable ConceptSet within) {
        List<String> expected = new ArrayList<>();
        for (int designation : ofConcept.members()) {
            boolean all = IntStream.of(lists).allMatch(list -> having.get(list)[designation]);
            if (all && (within == null || within.contains(conceptOf[designation]))) {
                expected.add(conceptOf[designation] + " " + designation + " " + (first.get(lists[0])[designation] ? 1 : 0));
            }
        }
        return expected;
    }

    private ColumnFile written(DesignationIndexWriter.Groups ofConcept, List<boolean[]> having, List<boolean[]> first) throws IOException {
        OctetPostingsWriter writer = new OctetPostingsWriter(ofConcept);
        for (int list = 0; list < having.size(); list++) {
            int[] begins = numbers(first.get(list));
            writer.add(10 * list, numbers(having.get(list)), begins, 0, begins.length);
        }
        Path file = folder.resolve("columns");
        try (ColumnWriter columns = new ColumnWriter(file)) {
            writer.write(columns);
            columns.finish();
        }
        return ColumnFile.open(file);
    }

    private static OctetPostings opened(ColumnFile columns) {
        OctetPostings postings = OctetPostings.open(columns);
        assertThat(postings).isNotNull();
        assertThat(postings.list(20)).isEqualTo(2);
        assertThat(postings.list(21)).isEqualTo(-1);
        return postings;
    }

    private static int[] numbers(boolean[] set) {
        return IntStream.range(0, set.length).filter(i -> set[i]).toArray();
    }
}
