package no.normverk.loading;

import static no.normverk.loading.Archives.valueSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import no.normverk.fhir.Snapshot;
import no.normverk.store.ResourceStore;
import no.normverk.store.StoredResource;
import no.normverk.terminology.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotSourceTest {
    private static final Duration OFTEN = Duration.ofMillis(20);
    private static final StoredResource BUILT_IN = new StoredResource(
            "ValueSet", "a", 1, Instant.EPOCH, "http://example.org/a", null, "active", null, null, null, new byte[0]);

    @TempDir
    Path directory;

    @Test
    void aLoadThroughAnotherStoreIsPickedUpAndARequestsSnapshotStaysAsItWas() throws Exception {
        try (ResourceStore server = ResourceStore.open(directory);
                SnapshotSource source = SnapshotSource.follow(
                        server, List.of(), (resources, editions) -> snapshot(resources), OFTEN)) {
            Snapshot before = source.snapshots().get();
            load("b");
            await(() -> source.snapshots().get().resources().size() == 1);
            assertThat(before.resources()).isEmpty();
        }
    }

    @Test
    void aSnapshotThatCannotBeBuiltLeavesTheCurrentOneUntilTheNextChange() throws Exception {
        AtomicInteger refused = new AtomicInteger();
        SnapshotSource.Builder refusingOne = (resources, editions) -> {
            if (resources.size() == 1) {
                refused.incrementAndGet();
                throw new IllegalStateException("This builder does not want a single resource");
            }
            return snapshot(resources);
        };
        try (ResourceStore server = ResourceStore.open(directory);
                SnapshotSource source = SnapshotSource.follow(server, List.of(), refusingOne, OFTEN)) {
            Snapshot before = source.snapshots().get();
            load("a");
            await(() -> refused.get() > 0);
            assertThat(source.snapshots().get()).isSameAs(before);
            load("b");
            await(() -> source.snapshots().get().resources().size() == 2);
            assertThat(refused).hasValue(1);
        }
    }

    @Test
    void aStoredResourceReplacesTheBuiltInOneOfItsId() throws Exception {
        load("a");
        try (ResourceStore server = ResourceStore.open(directory);
                SnapshotSource source = SnapshotSource.follow(
                        server, List.of(BUILT_IN), (resources, editions) -> snapshot(resources), OFTEN)) {
            assertThat(source.snapshots().get().resources()).singleElement().isNotEqualTo(BUILT_IN);
        }
    }

    private static Snapshot snapshot(List<StoredResource> resources) {
        return new Snapshot(Registry.empty(), resources);
    }

    private void load(String id) throws IOException {
        Path file = Files.writeString(directory.resolve(id + ".json"), valueSet(id, "http://example.org/" + id));
        try (ResourceStore store = ResourceStore.open(directory)) {
            new Loader(store, List.of(), resource -> Optional.empty(), Clock.systemUTC(), Progress.NONE)
                    .load(new LoadRequest(List.of(file), null, null, "me"));
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 500 && !condition.getAsBoolean(); i++) {
            Thread.sleep(OFTEN);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
