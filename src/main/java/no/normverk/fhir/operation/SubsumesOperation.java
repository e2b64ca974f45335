package no.normverk.fhir.operation;

import java.util.Objects;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Coding;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.valueset.CodeSystemFinder;
import org.jspecify.annotations.Nullable;

/** {@code CodeSystem/$subsumes}. */
final class SubsumesOperation extends TerminologyOperation {

    @Override
    Answer answer(Question question) {
        Arguments arguments = question.arguments();
        Coding codingA = arguments.coding("codingA");
        Coding codingB = arguments.coding("codingB");
        CodeSystemVersion system = system(question, codingA, codingB);
        int a = locate(system, codingA, "codeA", arguments);
        int b = locate(system, codingB, "codeB", arguments);
        String outcome = a == b
                ? "equivalent"
                : system.subsumes(a, b) ? "subsumes" : system.subsumes(b, a) ? "subsumed-by" : "not-subsumed";
        return ParametersWriter.start().code("outcome", outcome).answer();
    }

    private static CodeSystemVersion system(Question question, @Nullable Coding codingA, @Nullable Coding codingB) {
        Arguments arguments = question.arguments();
        if (codingA != null
                && codingB != null
                && !(Objects.equals(codingA.system(), codingB.system()) && sameVersion(codingA, codingB))) {
            throw new TerminologyException(Issue.error(
                    "invalid",
                    null,
                    Message.of(
                            "parameter-conflict",
                            "codingA, codingB",
                            codingA.system() + " and " + codingB.system() + " are different code systems or versions"),
                    "codingB.system"));
        }
        if (question.request().resourceId() != null) {
            CodeSystemVersion instance = Instances.codeSystem(question.request());
            if (instance == null) {
                throw Question.unknownInstance("CodeSystem", String.valueOf(question.request().resourceId()));
            }
            return instance;
        }
        Coding first = codingA != null ? codingA : codingB;
        String url = first != null ? first.system() : arguments.required("system", "the code system that both codes are of");
        String version = first != null && first.version() != null ? first.version() : arguments.text("version");
        if (url == null) {
            throw Arguments.invalid("codingA", "(no system)", "a Coding with system and code");
        }
        CodeSystemFinder systems = CodeSystemFinder.of(
                question.registry(), question.settings(null).supplements());
        return SystemArguments.system(systems, url, version, question);
    }

    private static boolean sameVersion(Coding a, Coding b) {
        return a.version() == null || b.version() == null || a.version().equals(b.version());
    }

    private static int locate(CodeSystemVersion system, @Nullable Coding coding, String parameter, Arguments arguments) {
        String code = coding != null ? coding.code() : arguments.required(parameter, "a code (or send a coding)");
        int ordinal = code == null ? -1 : system.locate(code);
        if (ordinal < 0) {
            throw new TerminologyException(Issue.error(
                    "not-found",
                    "invalid-code",
                    Message.of(
                            "Unknown_Code_in_Version",
                            String.valueOf(code),
                            system.header().url(),
                            String.valueOf(system.header().version())),
                    coding != null ? parameter.replace("code", "coding") : parameter));
        }
        return ordinal;
    }
}
