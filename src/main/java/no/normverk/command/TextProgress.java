package no.normverk.command;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import no.normverk.loading.Progress;

/**
 * Shows how far long work has come: on a terminal one line that is written over, several times a second; elsewhere, in a log, a
 * plain line every few seconds. Work that is done before the first line is due stays silent.
 */
final class TextProgress implements Progress {
    private static final long TERMINAL_INTERVAL = Duration.ofMillis(100).toNanos();
    private static final long LOG_INTERVAL = Duration.ofSeconds(5).toNanos();

    private final PrintStream out;
    private final boolean terminal;
    private final LongSupplier nanoTime;
    private final long started;
    private long shown;
    private boolean lineOpen;
    private String phase = "";
    private long total;
    private long done;

    TextProgress(PrintStream out, boolean terminal, LongSupplier nanoTime) {
        this.out = out;
        this.terminal = terminal;
        this.nanoTime = nanoTime;
        this.started = nanoTime.getAsLong();
        this.shown = started;
    }

    /** On standard error, which leaves standard output to the result. */
    static TextProgress ofThisProcess() {
        boolean terminal = System.console() != null && System.console().isTerminal();
        return new TextProgress(System.err, terminal, System::nanoTime);
    }

    @Override
    public synchronized void phase(String name, long total) {
        this.phase = name;
        this.total = total;
        this.done = 0;
        showIfDue();
    }

    @Override
    public synchronized void advance(long amount) {
        done += amount;
        showIfDue();
    }

    /** Takes the line away, for something else to be written. */
    synchronized void clear() {
        if (lineOpen) {
            out.print("\r\033[K");
            out.flush();
            lineOpen = false;
        }
    }

    private void showIfDue() {
        long now = nanoTime.getAsLong();
        if (now - shown < (terminal ? TERMINAL_INTERVAL : LOG_INTERVAL)) {
            return;
        }
        shown = now;
        String line = line(Duration.ofNanos(now - started));
        if (terminal) {
            out.print("\r\033[K" + line);
            out.flush();
            lineOpen = true;
        } else {
            out.println(line);
        }
    }

    private String line(Duration elapsed) {
        StringBuilder line = new StringBuilder(phase);
        if (done > 0 || total > 0) {
            line.append(": ").append(String.format(Locale.ROOT, "%,d", done));
        }
        if (total > 0) {
            line.append(String.format(Locale.ROOT, " of %,d (%d %%)", total, Math.min(100, done * 100 / total)));
        }
        return line.append(String.format(Locale.ROOT, ", %d:%02d", elapsed.toMinutes(), elapsed.toSecondsPart()))
                .toString();
    }
}
