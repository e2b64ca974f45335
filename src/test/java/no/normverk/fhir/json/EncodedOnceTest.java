package no.normverk.fhir.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EncodedOnceTest {

    private final AtomicInteger written = new AtomicInteger();
    private final EncodedOnce<String> encoded = new EncodedOnce<>(8, (out, text) -> {
        written.incrementAndGet();
        out.string(text);
    });

    @Test
    void theSameThingIsWrittenOnce() {
        String name = "display";
        byte[] first = encoded.of(name);
        assertThat(new String(first, StandardCharsets.UTF_8)).isEqualTo("\"display\"");
        assertThat(encoded.of(name)).isSameAs(first);
        assertThat(written).hasValue(1);
    }

    @Test
    void manyThingsShareFewPlacesAndEachGetsItsOwn() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            names.add("name " + i);
        }
        for (int round = 0; round < 3; round++) {
            for (String name : names) {
                assertThat(new String(encoded.of(name), StandardCharsets.UTF_8)).isEqualTo('"' + name + '"');
            }
        }
    }
}
