package no.normverk.fhir.operation;

import java.util.List;
import no.normverk.terminology.Acceptability;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.Coding;
import no.normverk.terminology.Designation;
import no.normverk.terminology.Languages;

/**
 * What to show of each concept of an expansion.
 *
 * @param languages languages for displays
 * @param designations whether to show designations
 * @param designationTokens which designations: tokens of use or of language ({@code urn:ietf:bcp:47|nb}); all when there are none
 * @param definition whether to show the definition, as a property
 * @param properties codes of properties to show
 * @param status whether to show the status of inactive concepts too, beside that they are inactive
 */
record ExpansionView(
        Languages languages,
        boolean designations,
        List<String> designationTokens,
        boolean definition,
        List<String> properties,
        boolean status) {

    private static final String LANGUAGE_SYSTEM = "urn:ietf:bcp:47";

    boolean shows(Designation designation) {
        if (designationTokens.isEmpty()) {
            return designations && isPreferredSomewhere(designation);
        }
        return designationTokens.stream().anyMatch(token -> matches(token, designation));
    }

    /** Texts that dialects merely accept are many and rarely shown: they are left to those who ask for them by use or language. */
    private static boolean isPreferredSomewhere(Designation designation) {
        return designation.acceptability().isEmpty()
                || designation.acceptability().stream().anyMatch(Acceptability::preferred);
    }

    private static boolean matches(String token, Designation designation) {
        Canonical parsed = Canonical.parse(token);
        String code = parsed.version();
        if (parsed.url().equals(LANGUAGE_SYSTEM)) {
            return code != null && code.equalsIgnoreCase(designation.language());
        }
        Coding use = designation.use();
        return use != null && parsed.url().equals(use.system()) && (code == null || code.equals(use.code()));
    }
}
