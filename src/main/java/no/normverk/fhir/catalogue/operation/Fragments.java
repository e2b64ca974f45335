package no.normverk.fhir.catalogue.operation;

import java.util.Map;
import java.util.function.Consumer;
import no.normverk.fhir.operation.ParametersWriter;

/**
 * Pieces of answers that are the same in every answer of a snapshot in a language, kept as the bytes they are sent as: who a product
 * is and what the evidence for it is, codes with their names. They are most of an answer, and writing them anew each time would be
 * most of its cost.
 */
final class Fragments {

    private final Map<Object, byte[]> encoded;

    /** @param encoded where the pieces are kept, safe for use by many at once */
    Fragments(Map<Object, byte[]> encoded) {
        this.encoded = encoded;
    }

    /**
     * Writes a piece, encoded when it is asked for the first time.
     *
     * @param key what it is of: something that is equal for equal pieces, and cheap to compare
     * @param write writes it
     */
    void write(ParametersWriter out, Object key, Consumer<ParametersWriter> write) {
        byte[] bytes = encoded.get(key);
        if (bytes == null) {
            bytes = ParametersWriter.encode(write);
            encoded.put(key, bytes);
        }
        out.encoded(bytes);
    }
}
