package no.normverk.classification;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A national code list by its number in the Directorate's register, the last arc of its OID, and the URIs by which Norway knows it (HL7 Norway, {@code kodeverk} and {@code no-basis}). The naming systems in
 * {@code profiles} say the same of the lists that are in use.
 *
 * @param number for example 1101
 */
record NationalList(String number) {
    private static final String OID = "urn:oid:2.16.578.1.12.4.1.1.";
    private static final String PATH = "/fhir/CodeSystem/no-kodeverk-";

    /** Lists whose address has more than the number in it. */
    private static final Map<String, String> SUFFIXES = Map.of("7010", "-norpat", "7270", "-ncrp", "7280", "-nlk");

    /** The classifications, which are known by their OID. */
    private static final List<String> BY_OID = List.of("7110", "7170", "7275");

    /** The URI to call the list by. */
    String url() {
        return BY_OID.contains(number) ? OID + number : address("http://helsedir.no");
    }

    /** The other URIs in use: the OID, and addresses from before the Directorates were joined and after. */
    List<String> aliases() {
        return Stream.of(OID + number, address("http://helsedir.no"), address("http://ehelse.no"), address("http://helsedirektoratet.no"))
                .filter(uri -> !uri.equals(url()))
                .toList();
    }

    private String address(String host) {
        return host + PATH + number + SUFFIXES.getOrDefault(number, "");
    }
}
