package no.normverk.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import no.normverk.snomed.Rf2Writer;
import no.normverk.snomed.Sctid;

/** A made-up release, so that the benchmark runs where there is no real one; its figures say little of editions ten times its size. */
final class SyntheticRelease {

    private static final int CONCEPTS = 30_000;
    private static final String[] WORDS = {
        "acute", "chronic", "left", "right", "upper", "lower", "fracture", "inflammation", "infection", "lesion", "structure", "artery", "muscle", "nerve",
        "femur", "liver", "kidney", "lung", "heart", "eye", "repair", "removal", "measurement", "disorder"
    };

    private SyntheticRelease() {}

    static Path write(Path folder) throws IOException {
        Rf2Writer writer = Rf2Writer.snapshot().concept(Sctid.ROOT, "SNOMED CT Concept");
        Random random = new Random(1);
        for (int i = 1; i < CONCEPTS; i++) {
            long parent = i == 1 ? Sctid.ROOT : id(1 + random.nextInt(Math.max(1, i / 3)));
            String term = words(random) + " " + i;
            writer.concept(id(i), term, parent);
            for (int more = random.nextInt(5); more > 0; more--) {
                writer.synonym(id(i), "en", words(random) + " " + i + " " + more, Sctid.EN_US, false);
            }
            writer.synonym(id(i), "nb", "norsk " + term, Sctid.BOKMAAL, true);
        }
        return writer.write(folder);
    }

    private static long id(int number) {
        return 1_000_000_000L + 1_000L * number + 3;
    }

    private static String words(Random random) {
        StringBuilder words = new StringBuilder();
        for (int i = 2 + random.nextInt(4); i > 0; i--) {
            words.append(words.isEmpty() ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return words.toString();
    }
}
