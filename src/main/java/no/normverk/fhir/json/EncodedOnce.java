package no.normverk.fhir.json;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * JSON of things that are written again and again, such as the names of parameters or the codes of dialects. A thing is known by being the same object, which costs less to ask than whether it is
 * equal; an equal one is merely written anew. There is a fixed number of places, of which each keeps what came last, so that nothing need be thrown away.
 *
 * <p>Safe for use by many threads.
 *
 * @param <K> what is written; it must not change
 */
public final class EncodedOnce<K> {

    private record Entry(Object key, byte[] json) {}

    private final @Nullable Entry[] places;
    private final BiConsumer<JsonOut, K> write;

    /**
     * @param most how many to keep at the most; a power of two
     * @param write writes a thing, beginning where its JSON is to begin
     */
    public EncodedOnce(int most, BiConsumer<JsonOut, K> write) {
        this.places = new Entry[most];
        this.write = write;
    }

    /** The JSON of a thing; not to be changed. */
    public byte[] of(K key) {
        int hash = System.identityHashCode(key);
        int place = (hash ^ hash >>> 12) & places.length - 1;
        // Two threads may both write it; an entry is whole or not there, for its fields are final.
        Entry known = places[place];
        if (known != null && known.key == key) {
            return known.json;
        }
        JsonOut out = new JsonOut(256);
        write.accept(out, key);
        byte[] json = out.toByteArray();
        places[place] = new Entry(key, json);
        return json;
    }
}
