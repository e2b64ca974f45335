package no.normverk.terminology.naming;

/**
 * One identifier of a naming system.
 *
 * @param type FHIR's NamingSystemIdentifierType: oid, uuid, uri or other
 * @param value the identifier
 * @param preferred whether it is the one to use of its type
 */
public record UniqueId(String type, String value, boolean preferred) {

    private static final String OID = "urn:oid:";
    private static final String UUID = "urn:uuid:";

    /** The identifier apart from how it is written: an OID or UUID is the same with and without its URN prefix. */
    static String plain(String value) {
        if (value.startsWith(OID)) {
            return value.substring(OID.length());
        }
        return value.startsWith(UUID) ? value.substring(UUID.length()) : value;
    }
}
