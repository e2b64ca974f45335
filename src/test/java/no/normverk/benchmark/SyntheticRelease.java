package no.normverk.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import no.normverk.snomed.Rf2Writer;
import no.normverk.snomed.Sctid;

/** A made-up release, so that the benchmark runs where there is no real one; its figures say little of editions ten times its size. */
public final class SyntheticRelease {

    private static final int CONCEPTS = 30_000;
    /** Concepts that are attributes, and those that are values of them: the first of the release. */
    private static final int ATTRIBUTES = 8;

    private static final int VALUES_SHARE = 5;
    private static final int MEMBERS_SHARE = 20;
    private static final String[] WORDS = {
        "acute", "chronic", "left", "right", "upper", "lower", "fracture", "inflammation", "infection", "lesion", "structure", "artery", "muscle", "nerve",
        "femur", "liver", "kidney", "lung", "heart", "eye", "repair", "removal", "measurement", "disorder"
    };

    private SyntheticRelease() {}

    static Path write(Path folder) throws IOException {
        return write(folder, CONCEPTS);
    }

    /** @param concepts how many; a fifth of them are values of the attributes that the others have */
    public static Path write(Path folder, int concepts) throws IOException {
        Rf2Writer writer = Rf2Writer.snapshot().concept(Sctid.ROOT, "SNOMED CT Concept");
        Random random = new Random(1);
        for (int i = 1; i < concepts; i++) {
            long parent = parent(i, concepts, random);
            String term = words(random) + " " + i;
            writer.concept(id(i), term, parent);
            for (int more = random.nextInt(5); more > 0; more--) {
                writer.synonym(id(i), "en", words(random) + " " + i + " " + more, Sctid.EN_US, false);
            }
            writer.synonym(id(i), "nb", "norsk " + term, Sctid.BOKMAAL, true);
            if (i > firstRefined(concepts)) {
                addGroups(writer, i, concepts, random);
            }
            if (random.nextInt(MEMBERS_SHARE) == 0) {
                writer.simpleMember(id(ATTRIBUTES), id(i));
            }
        }
        return writer.write(folder);
    }

    private static int firstRefined(int concepts) {
        return ATTRIBUTES + 2 + concepts / VALUES_SHARE;
    }

    /** Attributes are below the root; values below the first value, refined concepts below the first of them, each a tree of its own. */
    private static long parent(int concept, int concepts, Random random) {
        int firstValue = ATTRIBUTES + 1;
        int first = concept >= firstRefined(concepts) ? firstRefined(concepts) : firstValue;
        return concept <= first ? Sctid.ROOT : id(first + random.nextInt(1 + (concept - first) / 3));
    }

    private static void addGroups(Rf2Writer writer, int concept, int concepts, Random random) {
        for (int group = 1 + random.nextInt(2); group > 0; group--) {
            int attribute = 1 + random.nextInt(ATTRIBUTES - 2);
            writer.relationship(id(concept), group, id(attribute), value(concepts, random));
            writer.relationship(id(concept), group, id(attribute + 1), value(concepts, random));
        }
    }

    private static long value(int concepts, Random random) {
        return id(ATTRIBUTES + 1 + random.nextInt(concepts / VALUES_SHARE));
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
