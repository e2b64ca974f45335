package no.normverk.command;

/** What the process tells its caller. */
final class ExitCode {
    static final int DONE = 0;

    /** Content was refused; nothing of it was kept. */
    static final int REFUSED = 1;

    /** The command line is wrong. */
    static final int USAGE = 2;

    /** Everything else: another load is running, the disk is full ... */
    static final int FAILED = 3;

    private ExitCode() {}
}
