package no.normverk.fhir;

import java.util.function.Supplier;

/** Holds the snapshot that requests are answered from. A request takes it once; a load builds the next one and replaces it here. */
public final class CurrentSnapshot implements Supplier<Snapshot> {

    private volatile Snapshot current;

    public CurrentSnapshot(Snapshot first) {
        this.current = first;
    }

    @Override
    public Snapshot get() {
        return current;
    }

    /** Requests that begin after this are answered from the next snapshot. */
    public void replace(Snapshot next) {
        current = next;
    }
}
