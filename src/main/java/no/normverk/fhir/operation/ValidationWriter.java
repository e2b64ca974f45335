package no.normverk.fhir.operation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.normverk.fhir.json.JsonOut;
import no.normverk.fhir.message.Messages;
import no.normverk.terminology.Coding;
import no.normverk.terminology.Explanation;
import no.normverk.terminology.Languages;
import no.normverk.terminology.Message;
import no.normverk.terminology.Retirement;
import no.normverk.terminology.validation.CodeValidation;
import org.jspecify.annotations.Nullable;

/** Writes what validating found as the Parameters of {@code $validate-code}. */
final class ValidationWriter {

    private ValidationWriter() {}

    /**
     * Writes.
     *
     * @param concept the CodeableConcept that was asked about, as JSON, or {@code null}
     */
    static void write(JsonOut out, CodeValidation validation, byte @Nullable [] concept, Languages messageLanguages) {
        write(out, validation, concept, List.of(), messageLanguages);
    }

    /**
     * Writes, with the explanations a caller asked for.
     *
     * @param concept the CodeableConcept that was asked about, as JSON, or {@code null}
     * @param explanations one per coding, in their order
     */
    static void write(
            JsonOut out,
            CodeValidation validation,
            byte @Nullable [] concept,
            List<Explanation> explanations,
            Languages messageLanguages) {
        ParametersWriter parameters = ParametersWriter.start(out);
        parameters.bool("result", validation.result());
        CodeValidation.Found found = validation.found();
        if (found != null) {
            parameters.code("code", found.code());
            parameters.uri("system", found.system());
            parameters.string("version", found.version());
            if (found.display() != null) {
                String fallback = ShownTerm.fallback(found.fallback());
                fallback = fallback == null || isLanguageTold(validation) ? null : fallback;
                ShownTerm.parameter(parameters, "display", found.display(), fallback);
            }
            if (found.inactive()) {
                parameters.bool("inactive", true);
            }
            parameters.code("status", found.status());
            parameters.code("normalized-code", found.normalizedCode());
            for (Retirement.Successor successor : found.successors()) {
                parameters.coding("replaced-by", new Coding(found.system(), null, successor.code(), null));
            }
        }
        if (concept != null) {
            out.startObject().member("name", "codeableConcept").name("valueCodeableConcept");
            out.json(concept, 0, concept.length).endObject();
        }
        validation.causedByUnknownSystems().forEach(system -> parameters.canonical("x-caused-by-unknown-system", system));
        validation.unknownSystems().forEach(system -> parameters.canonical("x-unknown-system", system));
        if (!validation.issues().isEmpty()) {
            Set<String> summary = new LinkedHashSet<>();
            for (Message message : validation.summary()) {
                summary.add(Messages.text(message, messageLanguages));
            }
            parameters.string("message", summary.isEmpty() ? null : String.join("; ", summary));
            out.startObject().member("name", "issues").name("resource");
            IssueWriter.write(out, validation.issues(), messageLanguages);
            out.endObject();
        }
        explanations.forEach(explanation -> ExplanationWriter.writeParameters(out, explanation));
        parameters.end();
    }

    /** Whether an issue tells already that there is no text in the caller's languages: one does when the caller sent a display to check. */
    private static boolean isLanguageTold(CodeValidation validation) {
        return validation.issues().stream()
                .map(issue -> issue.message().id())
                .anyMatch(id -> id.startsWith("NO_VALID_DISPLAY_FOUND_NONE_FOR_LANG") || id.equals("display-fallback"));
    }
}
