package no.normverk.fhir.operation;

import java.util.List;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Coding;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.valueset.CodeSystemFinder;
import org.jspecify.annotations.Nullable;

/** Reads which code of which code system a call is about. */
final class SystemArguments {

    private SystemArguments() {}

    /** The code of {@code coding}, or of {@code code} with {@code system} and {@code version}. */
    static Coding coding(Arguments arguments) {
        Coding coding = arguments.coding("coding");
        if (coding != null) {
            if (coding.code() == null || coding.system() == null) {
                throw Arguments.invalid("coding", String.valueOf(coding.code()), "a Coding with system and code");
            }
            return coding;
        }
        String code = arguments.required("code", "the code to look up, together with system (or send a coding)");
        String system = arguments.required("system", "the code system that the code is of");
        return new Coding(system, arguments.text("version"), code, null);
    }

    /**
     * The code system version a call is about.
     *
     * @throws TerminologyException when it is not there
     */
    static CodeSystemVersion system(
            CodeSystemFinder systems, @Nullable String url, @Nullable String version, Question question) {
        String system = String.valueOf(url);
        String wanted = version != null ? version : question.versions().apply(system, null);
        CodeSystemVersion found = systems.find(system, wanted);
        if (found != null) {
            return found;
        }
        Canonical meant = question.registry().meant(system, wanted);
        List<String> known = question.registry().versionNames(system);
        Message message = meant.version() == null || known.isEmpty()
                ? Message.of("code-system-unknown", meant.toString())
                : Message.of("code-system-version-unknown", meant.url(), meant.version(), String.join(", ", known));
        throw new TerminologyException(Issue.error("not-found", "not-found", message, "system"));
    }
}
