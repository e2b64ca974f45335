package no.normverk.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TextProgressTest {
    private final AtomicLong now = new AtomicLong();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void aLogGetsALineEveryFewSeconds() {
        TextProgress progress = progress(false);
        progress.phase("Reading", 200_000);
        progress.advance(1_000);
        assertThat(text()).isEmpty();
        after(Duration.ofSeconds(65));
        progress.advance(49_000);
        progress.advance(1);
        assertThat(text()).isEqualTo("Reading: 50,000 of 200,000 (25 %), 1:05\n");
    }

    @Test
    void aTerminalGetsOneLineThatIsWrittenOverAndCleared() {
        TextProgress progress = progress(true);
        progress.phase("Reading", -1);
        after(Duration.ofMillis(150));
        progress.advance(1);
        after(Duration.ofMillis(150));
        progress.advance(1);
        progress.clear();
        assertThat(text()).isEqualTo("\r\033[KReading: 1, 0:00\r\033[KReading: 2, 0:00\r\033[K");
    }

    private TextProgress progress(boolean terminal) {
        return new TextProgress(new PrintStream(bytes, true, StandardCharsets.UTF_8), terminal, now::get);
    }

    private void after(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
