package no.normverk.benchmark.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.normverk.benchmark.Choice;
import no.normverk.snomed.SnomedEdition;
import no.normverk.snomed.constraint.SnomedEditions;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** An edition, and what to ask of it: another concept or constraint each time, so that neither processor nor server has the answer at hand. */
@State(Scope.Benchmark)
public class Asked {

    /** More than there are plans kept. */
    private static final int DIFFERENT = 1024;

    /** Directory of the edition. */
    @Param("")
    public String edition = "";

    SnomedEdition opened;
    Choice choice;
    int[] concepts;
    String[] codes;
    private int turn;

    @Setup(Level.Trial)
    public void open() throws IOException {
        opened = SnomedEditions.open(Path.of(edition));
        choice = new Choice(opened, new Random(20260101));
        concepts = new Random(1).ints(DIFFERENT, 0, opened.size()).toArray();
        codes = IntStream.of(concepts).mapToObj(opened::code).toArray(String[]::new);
    }

    @TearDown(Level.Trial)
    public void close() {
        opened.close();
    }

    /** Different questions, made beforehand. */
    static String[] different(Supplier<String> question) {
        return Stream.generate(question).limit(DIFFERENT).toArray(String[]::new);
    }

    /** The number of the next question. */
    int next() {
        turn = (turn + 1) & (DIFFERENT - 1);
        return turn;
    }
}
