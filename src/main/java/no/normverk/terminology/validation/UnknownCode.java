package no.normverk.terminology.validation;

import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.TerminologyException;

/** What is said of a code that a code system version does not have. */
public final class UnknownCode {

    private UnknownCode() {}

    /**
     * The refusal of a question about such a code. Of an expression it tells why it is none: where it leaves the grammar, or the concept that is not known.
     *
     * @param place the parameter that the code was in
     */
    public static TerminologyException refusal(CodeSystemVersion system, String code, String place) {
        Issue unknown = Issue.error("not-found", "invalid-code", message(system, code), place);
        Message why = system.whyNoExpression(code);
        return why == null
                ? new TerminologyException(unknown)
                : new TerminologyException(unknown, Issue.information("code-invalid", "invalid-code", why, place));
    }

    /** The message; it names the version, and the edition behind it where the version alone tells people nothing. */
    public static Message message(CodeSystemVersion system, String code) {
        String version = system.header().version();
        if (version == null) {
            return Message.of("Unknown_Code_in", code, system.header().url());
        }
        String edition = system.editionName();
        return Message.of(
                "Unknown_Code_in_Version", code, system.header().url(), version, edition == null ? "" : " (" + edition + ")");
    }
}
