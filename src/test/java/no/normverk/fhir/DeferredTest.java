package no.normverk.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import no.normverk.store.StoredResource;
import no.normverk.terminology.Registry;
import org.junit.jupiter.api.Test;

class DeferredTest {

    private final AtomicInteger made = new AtomicInteger();

    @Test
    void itIsMadeWhenItIsAskedForAndOnce() {
        Deferred<Integer> deferred = Deferred.of(made::incrementAndGet);
        assertThat(made).hasValue(0);
        assertThat(deferred.isMade()).isFalse();
        assertThat(deferred.get()).isEqualTo(1);
        assertThat(deferred.get()).isEqualTo(1);
        assertThat(deferred.isMade()).isTrue();
    }

    @Test
    void whoeverAsksWhileItIsBeingMadeWaitsForTheSame() throws Exception {
        Deferred<Integer> deferred = Deferred.of(() -> {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return made.incrementAndGet();
        });
        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> questions = List.of(deferred::get, deferred::get, deferred::get);
            for (Future<Integer> answer : askers.invokeAll(questions)) {
                assertThat(answer.get()).isEqualTo(1);
            }
        }
    }

    @Test
    void whereItCannotBeMadeEverybodyIsToldAndNothingIsKept() {
        Deferred<Integer> deferred = Deferred.of(() -> {
            if (made.incrementAndGet() < 3) {
                throw new IllegalStateException("not yet");
            }
            return made.get();
        });
        assertThatIllegalStateException().isThrownBy(deferred::get).withMessage("not yet");
        assertThatIllegalStateException().isThrownBy(deferred::get);
        assertThat(deferred.get()).isEqualTo(3);
    }

    @Test
    void aSnapshotReadsNoProductBeforeTheCatalogueIsAskedFor() {
        StoredResource damaged = new StoredResource(
                "Library", "a", 1, Instant.EPOCH, null, null, null, null, null, null, "{".getBytes(StandardCharsets.UTF_8));
        Snapshot snapshot = new Snapshot(Registry.empty(), List.of(damaged));
        assertThat(snapshot.decisions().isMade()).isFalse();
        assertThat(snapshot.with(Registry.empty()).decisions()).as("one for all requests").isSameAs(snapshot.decisions());
        assertThat(catchThrowable(snapshot::obligations)).hasMessageContaining("Library/a");
    }
}
