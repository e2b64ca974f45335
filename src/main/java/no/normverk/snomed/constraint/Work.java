package no.normverk.snomed.constraint;

import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.TerminologyException;

/**
 * Counts what an evaluation costs, so that one that costs too much ends soon. A unit is about as much as looking at one
 * relationship.
 */
final class Work {

    private final long limit;
    private long done;

    Work(long limit) {
        this.limit = limit;
    }

    /**
     * Counts work that is about to be done.
     *
     * @throws TerminologyException when that is more than the limit
     */
    void add(long units) {
        done += units;
        if (done > limit) {
            throw new TerminologyException(
                    Issue.error("too-costly", null, Message.of("ecl-too-costly", Long.toString(limit)), null));
        }
    }
}
