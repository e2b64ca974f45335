package no.normverk.terminology;

/**
 * What a list of concepts says of each of them when nothing is asked for but code and display: entries of {@code ValueSet.expansion.contains} (FHIR R4, JSON, UTF-8), made when the code system
 * version was compiled. The entries of concepts that follow each other lie one after the other with commas between them, so that a run of concepts is copied at once.
 */
public interface ListedConcepts {

    /** Whether there is an entry of a concept; there is none of one that has more to tell, such as that it is inactive. */
    boolean has(int ordinal);

    /**
     * How many bytes the entries of a run of concepts are, with the commas between them.
     *
     * @param from ordinal of the first
     * @param to ordinal after the last; there must be an entry of each
     */
    int length(int from, int to);

    /** Copies so many bytes. */
    void copy(int from, int to, byte[] target, int at);
}
