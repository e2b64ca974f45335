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
 * @param searched whether texts were searched for, so that any of them may be why a concept is there
 * @param designationTokens which designations: tokens of use, of language or dialect ({@code urn:ietf:bcp:47|nb}), or of a language reference set; all when there are none
 * @param definition whether to show the definition, as a property
 * @param properties codes of properties to show
 * @param status whether to show the status of inactive concepts too, beside that they are inactive
 */
record ExpansionView(
        Languages languages,
        boolean designations,
        boolean searched,
        List<String> designationTokens,
        boolean definition,
        List<String> properties,
        boolean status) {

    private static final String LANGUAGE_SYSTEM = "urn:ietf:bcp:47";

    boolean shows(Designation designation) {
        if (designationTokens.isEmpty()) {
            return designations && (searched || isPreferredSomewhere(designation));
        }
        return designationTokens.stream().anyMatch(token -> matches(token, designation));
    }

    /** Texts that dialects merely accept are many and rarely shown: they are left to those who search for words, or ask for them by use or language. */
    private static boolean isPreferredSomewhere(Designation designation) {
        return designation.acceptability().isEmpty()
                || designation.acceptability().stream().anyMatch(Acceptability::preferred);
    }

    private static boolean matches(String token, Designation designation) {
        Canonical parsed = Canonical.parse(token);
        String code = parsed.version();
        if (parsed.url().equals(LANGUAGE_SYSTEM)) {
            return code != null && isIn(code, designation);
        }
        Coding use = designation.use();
        boolean inDialect = code != null && designation.acceptability().stream()
                .anyMatch(standing -> parsed.url().equals(standing.context().system()) && code.equals(standing.context().code()));
        return inDialect || (use != null && parsed.url().equals(use.system()) && (code == null || code.equals(use.code())));
    }

    /** Whether a designation is in a language, said exactly, or for Norwegian in one of its forms; or in a dialect that the tag names. */
    private static boolean isIn(String tag, Designation designation) {
        String language = designation.language();
        return tag.equalsIgnoreCase(language)
                || (tag.equalsIgnoreCase("no") && Languages.matches(tag, language))
                || designation.acceptability().stream().anyMatch(standing -> Languages.matches(tag, standing.dialect()));
    }
}
