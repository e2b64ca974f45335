package no.normverk.fhir.server;

import java.util.function.Function;
import no.normverk.fhir.Snapshot;
import org.jspecify.annotations.Nullable;

/** Something made from a snapshot when it is first asked for, and kept until the snapshot is replaced. */
final class PerSnapshot<T> {

    private record Made<T>(Snapshot snapshot, T thing) {}

    private final Function<Snapshot, T> maker;
    private volatile @Nullable Made<T> latest;

    PerSnapshot(Function<Snapshot, T> maker) {
        this.maker = maker;
    }

    T of(Snapshot snapshot) {
        Made<T> made = latest;
        return made != null && made.snapshot == snapshot ? made.thing : make(snapshot);
    }

    private synchronized T make(Snapshot snapshot) {
        Made<T> made = latest;
        if (made != null && made.snapshot == snapshot) {
            return made.thing;
        }
        T thing = maker.apply(snapshot);
        latest = new Made<>(snapshot, thing);
        return thing;
    }
}
