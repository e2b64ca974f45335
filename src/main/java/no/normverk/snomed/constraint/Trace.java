package no.normverk.snomed.constraint;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;
import no.normverk.terminology.ConceptSet;
import org.jspecify.annotations.Nullable;

/** What every step of one evaluation found and how long it took, for an explanation. */
final class Trace {

    /**
     * What a step came to.
     *
     * @param count how many concepts, or group rows, it found the last time
     * @param nanos how long it took, all times together
     */
    record Measure(int count, long nanos) {}

    private final Map<Object, Measure> measures = new IdentityHashMap<>();

    /** Does a step and keeps what it came to. */
    ConceptSet measured(Object step, Supplier<ConceptSet> finding) {
        long start = System.nanoTime();
        ConceptSet found = finding.get();
        add(step, found.cardinality(), System.nanoTime() - start);
        return found;
    }

    void add(Object step, int count, long nanos) {
        Measure before = measures.get(step);
        measures.put(step, new Measure(count, nanos + (before == null ? 0 : before.nanos)));
    }

    /** What a step came to; {@code null} when it was not needed. */
    @Nullable Measure of(Object step) {
        return measures.get(step);
    }
}
