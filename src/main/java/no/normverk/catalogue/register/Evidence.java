package no.normverk.catalogue.register;

import java.util.Optional;
import no.normverk.authoring.Coded;
import no.normverk.authoring.LocalText;
import no.normverk.authoring.PartialDate;

/**
 * What a claim rests on.
 *
 * @param kind what sort of evidence
 * @param title its name
 * @param url where it can be read
 * @param date when it was made
 * @param issuer who made it
 */
public record Evidence(
        Kind kind, String title, Optional<String> url, Optional<PartialDate> date, Optional<String> issuer) {

    /** The sorts of evidence. */
    public enum Kind implements Coded {
        /** The vendor's own word. */
        SELF_DECLARATION("egenerklaering", LocalText.of("Egenerklæring", "Eigenerklæring", "Self-declaration")),
        /** The report of a test, by whoever is named as issuer. */
        TEST_REPORT("testrapport", LocalText.of("Testrapport", "Testrapport", "Test report")),
        /** A certificate or approval by somebody else than the vendor. */
        CERTIFICATE("sertifikat", LocalText.of("Sertifikat", "Sertifikat", "Certificate")),
        /** Anything else that can be read. */
        LINK("lenke", LocalText.of("Lenke", "Lenkje", "Link"));

        private final Label label;

        Kind(String code, LocalText title) {
            this.label = new Label(code, title);
        }

        @Override
        public Label label() {
            return label;
        }
    }
}
