package no.normverk.fhir.plans;

import com.fasterxml.jackson.databind.node.ObjectNode;
import no.normverk.authoring.LocalText;
import no.normverk.plans.PlanCode;
import no.normverk.plans.PlanElement;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Languages;
import no.normverk.terminology.Registry;
import no.normverk.terminology.Term;

/** What elements of plans are called in one language: the plan's own term as text, the loaded edition's as display of the code. */
public final class PlanTexts {

    private final Registry registry;
    private final Languages languages;
    private final String language;

    /**
     * @param registry where displays of codes are looked up
     * @param languages what is wanted; bokmål where plans have none of it
     */
    public PlanTexts(Registry registry, Languages languages) {
        this.registry = registry;
        this.languages = languages;
        this.language = language(languages);
    }

    /** The first of the wanted languages that plans are written in; bokmål when none is. */
    private static String language(Languages languages) {
        for (String range : languages.ranges()) {
            for (String candidate : new String[] {"nb", "nn", "en"}) {
                if (Languages.matches(range, candidate) || range.startsWith(candidate + "-")) {
                    return candidate;
                }
            }
        }
        return "nb";
    }

    /** The language that texts are in, where they are written in it. */
    String language() {
        return language;
    }

    /** A text in the language; in bokmål where it is not written in it. */
    public String of(LocalText text) {
        return switch (language) {
            case "nn" -> text.nn().orElse(text.nb());
            case "en" -> text.en().orElse(text.nb());
            default -> text.nb();
        };
    }

    /** An element as a CodeableConcept. A code that the loaded edition does not resolve is marked so. */
    ObjectNode concept(PlanElement element) {
        ObjectNode concept = Json.object();
        concept.putArray("coding").add(coding(element.code()));
        return concept.put("text", of(element.text()));
    }

    private ObjectNode coding(PlanCode code) {
        ObjectNode coding = Json.object();
        CodeSystemVersion system = registry.codeSystem(code.system(), null);
        int concept = system == null ? -1 : system.locate(code.code());
        if (system == null || concept < 0 || system.isInactive(concept)) {
            coding.withArray("extension").addObject()
                    .put("url", PlanTerms.extension("uavklart-kode"))
                    .put("valueCode", system == null ? "system-not-loaded" : concept < 0 ? "unknown-code" : "inactive-concept");
        }
        coding.put("system", code.system()).put("code", code.code());
        if (system != null && concept >= 0) {
            Term term = system.term(concept, languages.isEmpty() ? Languages.parse(language) : languages);
            if (term != null) {
                coding.put("display", term.value());
            }
        }
        return coding;
    }
}
