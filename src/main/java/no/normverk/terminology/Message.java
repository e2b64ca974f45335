package no.normverk.terminology;

import java.util.List;

/**
 * A text by its key in the message bundles, so that it can be said in the caller's language.
 *
 * @param id the key; where HL7's terminology services share one, theirs
 * @param arguments what stands at {@code {0}}, {@code {1}} ... in the text
 */
public record Message(String id, List<String> arguments) {

    public static Message of(String id, String... arguments) {
        return new Message(id, List.of(arguments));
    }

    @Override
    public String toString() {
        return id + arguments;
    }
}
