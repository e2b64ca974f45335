package no.normverk.fhir.operation;

import no.normverk.fhir.json.EncodedOnce;
import no.normverk.fhir.json.JsonOut;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Coding;
import no.normverk.terminology.Languages;
import no.normverk.terminology.Term;
import no.normverk.terminology.Text;
import org.jspecify.annotations.Nullable;

/**
 * Writes the terms that are shown to a caller. One in another language than the caller asked for says so: it carries FHIR's extension for
 * the language of a string.
 */
final class ShownTerm {

    private static final String LANGUAGE = "http://hl7.org/fhir/StructureDefinition/language";

    /** Languages that texts are told to be in, and that there are but a few of. */
    private static final int MOST = 64;

    private static final EncodedOnce<String> OF_DISPLAY = languageOf("display");
    private static final EncodedOnce<String> OF_VALUE_STRING = languageOf("valueString");

    private ShownTerm() {}

    /** The term to show where something must be shown: also to a caller who refuses a fallback. */
    static @Nullable Term of(CodeSystemVersion system, int ordinal, Languages languages) {
        Term term = system.term(ordinal, languages);
        if (term != null) {
            return term;
        }
        String display = system.display(ordinal);
        return display == null ? null : new Term(display, system.displayLanguage(ordinal), languages.isEmpty());
    }

    /** The language of a term that is a fallback; {@code null} of one in a language that was asked for, or that could be, for its language is not known. */
    static @Nullable String fallback(@Nullable Term term) {
        return term == null || term.asked() ? null : term.language();
    }

    /** Writes a string member. */
    static void member(JsonOut out, String name, @Nullable Term term) {
        if (term != null) {
            out.member(name, term.text());
            writeLanguage(out, name, fallback(term));
        }
    }

    /** Writes a string member; {@code fallback} is as {@link #fallback} tells it. */
    static void member(JsonOut out, String name, String value, @Nullable String fallback) {
        out.member(name, value);
        writeLanguage(out, name, fallback);
    }

    private static void writeLanguage(JsonOut out, String name, @Nullable String language) {
        if (language == null) {
            return;
        }
        switch (name) {
            case "display" -> out.members(OF_DISPLAY.of(language));
            case "valueString" -> out.members(OF_VALUE_STRING.of(language));
            default -> writeLanguageOf(out, name, language);
        }
    }

    private static EncodedOnce<String> languageOf(String name) {
        return new EncodedOnce<>(MOST, (out, language) -> writeLanguageOf(out, name, language));
    }

    /** The member that holds what is to be said of a string, beside the string itself (FHIR R4, 2.6.2 JSON). */
    private static void writeLanguageOf(JsonOut out, String name, String language) {
        out.name("_" + name).startObject().name("extension").startArray();
        out.startObject().member("url", LANGUAGE).member("valueCode", language).endObject();
        out.endArray().endObject();
    }

    /** Writes a parameter of type Coding with the term as its display. */
    static void coding(ParametersWriter parameters, String name, Coding coding, @Nullable Term term) {
        JsonOut out = parameters.out();
        out.startObject().member("name", name).name("valueCoding").startObject();
        ParametersWriter.member(out, "system", coding.system());
        ParametersWriter.member(out, "version", coding.version());
        ParametersWriter.member(out, "code", coding.code());
        member(out, "display", term);
        out.endObject().endObject();
    }

    /** Writes a parameter of type string. */
    static void parameter(ParametersWriter parameters, String name, @Nullable Term term) {
        if (term == null) {
            return;
        }
        String fallback = fallback(term);
        if (fallback == null) {
            parameters.string(name, term.text());
        } else {
            parameters.string(name, term.text(), OF_VALUE_STRING.of(fallback));
        }
    }

    /** Writes a parameter of type string; {@code fallback} is as {@link #fallback} tells it. */
    static void parameter(ParametersWriter parameters, String name, String value, @Nullable String fallback) {
        if (fallback == null) {
            parameters.string(name, value);
        } else {
            parameters.string(name, Text.of(value), OF_VALUE_STRING.of(fallback));
        }
    }
}
