package no.normverk.snomed;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;

/** Numbers for identifiers that are few and repeat, such as modules. */
final class SctidPool {

    private final Long2IntOpenHashMap numbers = new Long2IntOpenHashMap();
    private final LongArrayList ids = new LongArrayList();

    SctidPool() {
        numbers.defaultReturnValue(-1);
    }

    int add(long id) {
        int known = numbers.get(id);
        if (known >= 0) {
            return known;
        }
        ids.add(id);
        numbers.put(id, ids.size() - 1);
        return ids.size() - 1;
    }

    long[] toArray() {
        return ids.toLongArray();
    }
}
