package no.normverk.benchmark.engine;

import java.util.concurrent.TimeUnit;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.Hierarchy;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Codes, and what is above and below them. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class HierarchyBenchmark {

    @Benchmark
    public int locate(Asked asked) {
        return asked.opened.locate(asked.codes[asked.next()]);
    }

    /** Half of the pairs have one above the other. */
    @Benchmark
    public boolean subsumes(Asked asked) {
        int turn = asked.next();
        int concept = asked.concepts[turn];
        Hierarchy hierarchy = asked.opened.hierarchy();
        boolean related = (turn & 1) == 0 && hierarchy.parentCount(concept) > 0;
        int other = related ? hierarchy.parent(concept, 0) : asked.concepts[turn ^ 1];
        return hierarchy.isSelfOrAncestor(other, concept);
    }

    @Benchmark
    public ConceptSet ancestors(Asked asked) {
        return asked.opened.hierarchy().ancestors(asked.concepts[asked.next()]);
    }

    /** The closure of all concepts from their parents; it grows with the edition, as loading does. */
    @Benchmark
    public Hierarchy closureBuilding(Asked asked) {
        int[][] columns = asked.opened.hierarchy().columns();
        return Hierarchy.of(columns[0], columns[1]);
    }
}
