package no.normverk.terminology.validation;

import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Message;

/** What is said of a code that a code system version does not have. */
public final class UnknownCode {

    private UnknownCode() {}

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
