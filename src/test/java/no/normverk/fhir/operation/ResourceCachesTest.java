package no.normverk.fhir.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import no.normverk.fhir.operation.Inputs.Input;
import no.normverk.terminology.Registry;
import org.junit.jupiter.api.Test;

class ResourceCachesTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final InstantSource clock = now::get;
    private final ResourceCaches caches = new ResourceCaches(new ResourceCacheLimits(2, 300, 500, Duration.ofMinutes(10)), clock);

    private static Input valueSet(String url, String version, int padding) {
        return new Input("tx-resource", "resource", OperationServer.read("{\"resourceType\":\"ValueSet\",\"url\":\"" + url
                + "\",\"version\":\"" + version + "\",\"name\":\"" + "x".repeat(padding) + "\",\"status\":\"active\"}"));
    }

    private String begun(int padding) {
        ResourceCache cache = caches.create(true);
        cache.keep(List.of(valueSet("http://x.no/v", "1", padding)));
        return caches.add(cache);
    }

    @Test
    void whatIsLeftLiesOverWhatTheServerHolds() {
        ResourceCache cache = caches.find(begun(1));

        assertThat(cache.over(Registry.empty()).valueSet("http://x.no/v", null)).isNotNull();
        Registry held = Registry.empty();
        assertThat(cache.over(held)).isSameAs(cache.over(held));
    }

    @Test
    void aCacheTakesNoMoreThanItMayAndStaysAsItWas() {
        ResourceCache cache = caches.create(false);
        cache.keep(List.of(valueSet("http://x.no/v", "1", 1)));
        long before = cache.bytes();

        assertThatThrownBy(() -> cache.keep(List.of(valueSet("http://x.no/v", "2", 300)))).hasMessageContaining("cache-too-large");
        assertThat(cache.bytes()).isEqualTo(before);
        cache.keep(List.of(valueSet("http://x.no/v", "1", 2)));
        assertThat(cache.bytes()).as("one of the same version takes the other's place").isEqualTo(before + 1);
    }

    @Test
    void theCacheThatWasNotUsedForLongestMakesRoom() {
        String first = begun(1);
        String second = begun(1);
        caches.find(first);
        begun(1);

        assertThat(caches.find(first)).isNotNull();
        assertThatThrownBy(() -> caches.find(second)).hasMessageContaining("cache-unknown");
    }

    @Test
    void allCachesTogetherTakeNoMoreThanTheyMay() {
        String first = begun(200);
        String second = begun(200);

        assertThatThrownBy(() -> caches.find(first)).hasMessageContaining("cache-unknown");
        assertThat(caches.find(second)).isNotNull();
    }

    @Test
    void aCacheThatNobodyUsesExpires() {
        String id = begun(1);
        now.set(Instant.EPOCH.plus(Duration.ofMinutes(9)));
        caches.find(id);
        now.set(Instant.EPOCH.plus(Duration.ofMinutes(18)));
        caches.find(id);
        now.set(Instant.EPOCH.plus(Duration.ofMinutes(29)));

        assertThatThrownBy(() -> caches.find(id)).hasMessageContaining("cache-unknown");
    }
}
