package no.normverk.classification;

import java.util.Collections;
import java.util.List;
import java.util.SequencedMap;
import java.util.LinkedHashMap;

/**
 * What a reader tells of the file beside its content.
 *
 * @param counts how many of what was found, for people to compare with what the publisher says
 * @param remarks what was repaired or passed over, in the file's order
 */
public record FileFacts(SequencedMap<String, Integer> counts, List<FileRemark> remarks) {
    /** Nothing worth telling. */
    public static final FileFacts NONE = new FileFacts(new LinkedHashMap<>(), List.of());

    public FileFacts {
        counts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(counts));
        remarks = List.copyOf(remarks);
    }

    /** The same facts with one more number before the others. */
    FileFacts withFirst(String what, int number) {
        LinkedHashMap<String, Integer> all = new LinkedHashMap<>(counts);
        all.putFirst(what, number);
        return new FileFacts(all, remarks);
    }
}
