package no.normverk.fhir.operation;

import no.normverk.fhir.json.EncodedOnce;

/**
 * The beginnings of parameters, up to their value, by name: most of a small answer is the same few of them again and again, and bytes that stand ready are only copied.
 */
final class Openings {

    /** Of each type operations write some twenty names. */
    private static final int MOST = 128;

    private final EncodedOnce<String> byName;

    /** @param member the member that follows the name, such as {@code valueString} */
    Openings(String member) {
        byName = new EncodedOnce<>(MOST, (out, name) -> out.startObject().member("name", name).name(member));
    }

    /** Such as {@code {"name":"display","valueString":}. */
    byte[] of(String name) {
        return byName.of(name);
    }
}
