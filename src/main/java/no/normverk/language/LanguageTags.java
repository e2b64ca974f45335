package no.normverk.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.CodeSystemHeader;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.PropertyDefinition;
import no.normverk.terminology.Standing;
import no.normverk.terminology.memory.GrammarCodeSystem;
import no.normverk.terminology.valueset.ConceptReference;
import no.normverk.terminology.valueset.Include;
import no.normverk.terminology.valueset.ValueSetDefinition;

/** BCP 47 as a code system (FHIR R4, 4.3.14; RFC 5646). It has no version: tags stay valid for ever. */
public final class LanguageTags {

    public static final String URL = "urn:ietf:bcp:47";

    /** HL7's value set of the languages of ISO 639-2. */
    public static final Canonical COMMON_LANGUAGES = new Canonical("http://terminology.hl7.org/ValueSet/Languages", "1.0.0");

    private LanguageTags() {}

    /** The code system; reads the registry. */
    public static CodeSystemVersion codeSystem() {
        TagGrammar grammar = new TagGrammar(SubtagRegistry.read());
        return GrammarCodeSystem.of(
                header(), grammar, COMMON_LANGUAGES, GrammarCodeSystem.readAll(grammar, commonLanguages().stream()));
    }

    /** The value set that lists the common languages, for servers that do not hold HL7's own. */
    public static ValueSetDefinition commonLanguagesValueSet() {
        List<ConceptReference> concepts = commonLanguages().stream()
                .map(code -> new ConceptReference(code, null, List.of(), List.of()))
                .toList();
        return ValueSetDefinition.implicit(
                COMMON_LANGUAGES.url(),
                COMMON_LANGUAGES.version(),
                "Languages",
                "Languages",
                List.of(new Include(URL, null, concepts, List.of(), List.of())));
    }

    private static List<String> commonLanguages() {
        return lines("common-languages.txt");
    }

    /** The lines of a file beside this class. */
    static List<String> lines(String file) {
        try (InputStream in = LanguageTags.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not on the classpath");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CodeSystemHeader header() {
        Map<String, PropertyDefinition> properties = new HashMap<>();
        for (TagPart part : TagPart.values()) {
            properties.put(part.property(), new PropertyDefinition(part.property(), null, part.description(), "string"));
        }
        return new CodeSystemHeader(
                URL,
                null,
                "BCP47",
                "Tags for Identifying Languages (BCP 47)",
                "en",
                Standing.ACTIVE,
                "complete",
                true,
                null,
                null,
                properties);
    }
}
