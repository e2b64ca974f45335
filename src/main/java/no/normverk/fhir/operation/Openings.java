package no.normverk.fhir.operation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import no.normverk.fhir.json.JsonOut;

/**
 * The beginnings of parameters, up to their value, by name: most of a small answer is the same few of them again and again, and bytes that stand ready are only copied.
 */
final class Openings {

    /** Names are those that operations write; this is for the unforeseen. */
    private static final int MOST = 256;

    private final String member;
    private final Map<String, byte[]> byName = new ConcurrentHashMap<>();

    /** @param member the member that follows the name, such as {@code valueString} */
    Openings(String member) {
        this.member = member;
    }

    /** Such as {@code {"name":"display","valueString":}. */
    byte[] of(String name) {
        byte[] known = byName.get(name);
        if (known != null) {
            return known;
        }
        byte[] made = new JsonOut(64).startObject().member("name", name).name(member).toByteArray();
        if (byName.size() < MOST) {
            byName.put(name, made);
        }
        return made;
    }
}
