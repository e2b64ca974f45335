package no.normverk.fhir.catalogue.operation;

import com.github.benmanes.caffeine.cache.Cache;
import java.util.function.Consumer;
import no.normverk.fhir.operation.ParametersWriter;
import org.jspecify.annotations.Nullable;

/**
 * Pieces of answers that are the same in every answer of a snapshot in a language, kept as the bytes they are sent as: what a
 * requirement rests on, who a product is and what the evidence for it is, codes with their names. They are most of an answer, and
 * writing them anew each time would be most of its cost.
 */
final class Fragments {

    private final @Nullable Cache<Object, byte[]> encoded;

    /** @param encoded where the pieces are kept; {@code null} when each is to be written anew */
    Fragments(@Nullable Cache<Object, byte[]> encoded) {
        this.encoded = encoded;
    }

    /**
     * Writes a piece, encoded when it is not kept.
     *
     * @param key what it is of: something that is equal for equal pieces, and cheap to compare
     * @param write writes it
     */
    void write(ParametersWriter out, Object key, Consumer<ParametersWriter> write) {
        if (encoded == null) {
            write.accept(out);
            return;
        }
        byte[] bytes = encoded.getIfPresent(key);
        if (bytes == null) {
            bytes = ParametersWriter.encode(write);
            encoded.put(key, bytes);
        }
        out.encoded(bytes);
    }
}
