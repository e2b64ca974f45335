package no.normverk.terminology.edition;

/** Hears how far long work has come. May be called from several threads. */
@FunctionalInterface
public interface Progress {

    /** Tells no one. */
    Progress NONE = (phase, done, total) -> {};

    /**
     * @param phase what is being done, for people
     * @param done how many rows of this phase are done
     * @param total how many there are, or -1 when not known
     */
    void at(String phase, long done, long total);
}
