package no.normverk.loading;

/** Told how far long work has come. Calls are cheap and may be many; whoever listens decides how much of it to show. */
public interface Progress {
    /** Nobody listens. */
    Progress NONE = new Progress() {
        @Override
        public void phase(String name, long total) {}

        @Override
        public void advance(long amount) {}
    };

    /**
     * A new phase begins, and with it the counting.
     *
     * @param name what is done, such as {@code Reading a.tgz}
     * @param total how much there is to do; -1 when not known
     */
    void phase(String name, long total);

    /** So much more is done. */
    void advance(long amount);
}
