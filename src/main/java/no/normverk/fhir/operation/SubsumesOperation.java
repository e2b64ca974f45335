package no.normverk.fhir.operation;

import java.util.List;
import no.normverk.fhir.message.Messages;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Coding;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.validation.UnknownCode;
import no.normverk.terminology.valueset.CodeSystemFinder;
import org.jspecify.annotations.Nullable;

/** {@code CodeSystem/$subsumes}. Where expressions take part, <em>not subsumed</em> means that nothing was found, and the answer says so: there is no reasoner behind it. */
final class SubsumesOperation extends TerminologyOperation {

    private static final String NOT_SUBSUMED = "not-subsumed";

    @Override
    Answer answer(Question question) {
        Arguments arguments = question.arguments();
        Coding codingA = arguments.coding("codingA");
        Coding codingB = arguments.coding("codingB");
        CodeSystemFinder systems = CodeSystemFinder.of(
                question.registry(), question.supplements(null));
        CodeSystemVersion base = system(question, systems, codingA, codingB);
        String codeA = code(codingA, "codeA", arguments);
        String codeB = code(codingB, "codeB", arguments);
        CodeSystemVersion system = systems.understanding(base, List.of(codeA, codeB));
        int a = locate(system, codeA, codingA == null ? "codeA" : "codingA");
        int b = locate(system, codeB, codingB == null ? "codeB" : "codingB");
        String outcome = outcome(system, a, b);
        ParametersWriter answer = ParametersWriter.start().code("outcome", outcome);
        if (outcome.equals(NOT_SUBSUMED) && (system.isExpression(a) || system.isExpression(b))) {
            answer.string("message", Messages.text(Message.of("subsumption-not-found"), question.messageLanguages()));
        }
        return answer.answer();
    }

    /** Two of a system's own concepts never subsume each other; expressions that say the same do. */
    private static String outcome(CodeSystemVersion system, int a, int b) {
        if (a == b) {
            return "equivalent";
        }
        boolean down = system.subsumes(a, b);
        boolean composed = system.isExpression(a) || system.isExpression(b);
        boolean up = (!down || composed) && system.subsumes(b, a);
        if (down && up) {
            return "equivalent";
        }
        return down ? "subsumes" : up ? "subsumed-by" : NOT_SUBSUMED;
    }

    private static CodeSystemVersion system(
            Question question, CodeSystemFinder systems, @Nullable Coding codingA, @Nullable Coding codingB) {
        Arguments arguments = question.arguments();
        if (codingA != null
                && codingB != null
                && !(question.registry().isSameSystem(codingA.system(), codingB.system()) && sameVersion(codingA, codingB))) {
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
            requireSystem(question, codingA, "codingA", instance);
            requireSystem(question, codingB, "codingB", instance);
            return instance;
        }
        Coding first = codingA != null ? codingA : codingB;
        String url = first != null ? first.system() : arguments.required("system", "the code system that both codes are of");
        String version = version(codingA, codingB, arguments);
        if (url == null) {
            throw Arguments.invalid("codingA", "(no system)", "a Coding with system and code");
        }
        return SystemArguments.system(systems, url, version, question);
    }

    private static @Nullable String version(@Nullable Coding codingA, @Nullable Coding codingB, Arguments arguments) {
        if (codingA != null && codingA.version() != null) {
            return codingA.version();
        }
        return codingB != null && codingB.version() != null ? codingB.version() : arguments.text("version");
    }

    /** A coding of another system has no place in the hierarchy of the instance that is asked. */
    private static void requireSystem(Question question, @Nullable Coding coding, String parameter, CodeSystemVersion instance) {
        if (coding != null && coding.system() != null && !question.registry().isSameSystem(coding.system(), instance.header().url())) {
            throw new TerminologyException(Issue.error(
                    "invalid",
                    null,
                    Message.of(
                            "parameter-conflict",
                            parameter,
                            coding.system() + " is not the code system asked, " + instance.header().url()),
                    parameter + ".system"));
        }
    }

    private static boolean sameVersion(Coding a, Coding b) {
        return a.version() == null || b.version() == null || a.version().equals(b.version());
    }

    private static String code(@Nullable Coding coding, String parameter, Arguments arguments) {
        if (coding == null) {
            return arguments.required(parameter, "a code (or send a coding)");
        }
        if (coding.code() == null) {
            throw Arguments.invalid(parameter.replace("code", "coding"), "(no code)", "a Coding with system and code");
        }
        return coding.code();
    }

    private static int locate(CodeSystemVersion system, String code, String parameter) {
        int ordinal = system.locate(code);
        if (ordinal < 0) {
            throw UnknownCode.refusal(system, code, parameter);
        }
        return ordinal;
    }
}
