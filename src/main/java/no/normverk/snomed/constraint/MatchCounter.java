package no.normverk.snomed.constraint;

import no.normverk.snomed.ecl.Cardinality;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.RoaringBitmapWriter;

/**
 * Counts matches that come in with those of one key beside each other, and finds the keys for which the cardinality decides
 * otherwise than for those that have no match at all.
 */
final class MatchCounter {

    private final Cardinality cardinality;
    private final RoaringBitmapWriter<RoaringBitmap> decided =
            RoaringBitmapWriter.writer().get();
    private int key = -1;
    private int count;

    MatchCounter(Cardinality cardinality) {
        this.cardinality = cardinality;
    }

    void count(int of) {
        if (of != key) {
            decide();
            key = of;
            count = 0;
        }
        count++;
    }

    private void decide() {
        boolean holds = count >= cardinality.least() && count <= cardinality.most();
        if (key >= 0 && holds != acceptsNone()) {
            decided.add(key);
        }
    }

    /** Whether the cardinality accepts no match. */
    boolean acceptsNone() {
        return cardinality.least() == 0;
    }

    /**
     * The keys with matches that the cardinality accepts if it does not accept none, and refuses if it does. To be asked
     * once, at the end.
     */
    RoaringBitmap decided() {
        decide();
        return decided.get();
    }
}
