package no.normverk.fhir.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import no.normverk.store.StoredResource;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Registry;
import no.normverk.terminology.Samples;
import no.normverk.terminology.Standing;
import org.junit.jupiter.api.Test;

/** Large code systems are read before anybody asks, in the version that answers when none is named. */
class ReadAheadTest {

    private static final CodeSystemVersion SYSTEM = Samples.codeSystem("http://x.no/large").make();

    private final List<String> read = new ArrayList<>();
    private final Registry.Builder registry = Registry.empty().with();
    private final List<StoredResource> resources = new ArrayList<>();

    @Test
    void onlyWhatIsLargeAndAnswersByDefaultIsRead() {
        codeSystem("http://x.no/large", "1", 1 << 20);
        codeSystem("http://x.no/large", "2", 1 << 20);
        codeSystem("http://x.no/small", "1", 1_000);

        RegistryAssembler.readAhead(registry.build(), resources);

        assertThat(read).containsExactly("http://x.no/large|2");
    }

    private void codeSystem(String url, String version, int bytes) {
        registry.codeSystem(url, version, Standing.ACTIVE, () -> {
            read.add(url + "|" + version);
            return SYSTEM;
        });
        resources.add(new StoredResource(
                "CodeSystem", url, 1, Instant.EPOCH, url, version, "active", null, null, null, new byte[bytes]));
    }
}
