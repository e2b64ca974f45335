package no.normverk.fhir;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that is made when it is first asked for, once and whole, and kept. Who asks meanwhile waits; where making it fails, whoever asks is told, and the next one tries again.
 */
public final class Deferred<T> implements Supplier<T> {

    private @Nullable Supplier<T> maker;
    private volatile @Nullable T made;

    private Deferred(Supplier<T> maker) {
        this.maker = maker;
    }

    public static <T> Deferred<T> of(Supplier<T> maker) {
        return new Deferred<>(maker);
    }

    @Override
    public T get() {
        T thing = made;
        return thing == null ? make() : thing;
    }

    /** Whether it has been made. */
    public boolean isMade() {
        return made != null;
    }

    private synchronized T make() {
        T thing = made;
        if (thing == null) {
            thing = Objects.requireNonNull(maker).get();
            made = thing;
            // What it was made from is not kept.
            maker = null;
        }
        return thing;
    }
}
