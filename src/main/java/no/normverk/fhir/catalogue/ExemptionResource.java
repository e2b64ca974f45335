package no.normverk.fhir.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.normverk.authoring.PartialDate;
import no.normverk.catalogue.Direction;
import no.normverk.catalogue.Exemption;
import no.normverk.catalogue.Source;

/**
 * A {@code Basic} that is an exemption. Whether it may be seen is decided here and nowhere else: only one that says that it is
 * published, and a resource that is an exemption by its code, its profile or its extension is one whatever else it lacks.
 */
public final class ExemptionResource {

    static final String PROFILE = Canonical.BASE + "/StructureDefinition/no-unntak";
    static final String CODE_SYSTEM = Canonical.codeSystem("basic-type");
    static final String CODE = "unntak";
    /** Enhetsregisteret's organisation numbers, by HL7 Norway's convention. */
    static final String ORGANISATION_NUMBER = "urn:oid:2.16.578.1.12.4.1.4.101";

    private static final String EXTENSION = Canonical.extension("unntak");

    private ExemptionResource() {}

    /** Whether the Basic is an exemption. */
    public static boolean isExemption(JsonNode basic) {
        boolean coded = false;
        for (JsonNode coding : basic.path("code").path("coding")) {
            coded |= coding.path("code").asText().equals(CODE) && coding.path("system").asText().equals(CODE_SYSTEM);
        }
        for (JsonNode profile : basic.path("meta").path("profile")) {
            coded |= profile.asText().equals(PROFILE) || profile.asText().startsWith(PROFILE + "|");
        }
        for (JsonNode extension : basic.path("extension")) {
            coded |= extension.path("url").asText().equals(EXTENSION);
        }
        return coded;
    }

    /** Whether anybody may see the Basic: whatever is no exemption, and an exemption that is published. */
    public static boolean isPublic(JsonNode basic) {
        return !isExemption(basic) || parts(basic).flatMap(parts -> parts.text("published")).filter("true"::equals).isPresent();
    }

    /**
     * The exemption that a Basic stands for.
     *
     * @throws IllegalArgumentException when it has a code or date that the profile does not allow, or lacks what it demands
     */
    public static Exemption read(JsonNode basic) {
        ExtensionReader parts = parts(basic).orElseThrow(() -> new IllegalArgumentException("the extension unntak is missing"));
        return new Exemption(
                basic.path("id").asText(),
                parts.part("provision")
                        .map(ObligationExtensionReader::legalBasis)
                        .orElseThrow(() -> new IllegalArgumentException("the provision is missing")),
                canonicals(basic),
                parts.codePart("direction", Direction.class),
                organisation(basic.path("subject")),
                actors(basic),
                parts.text("system"),
                parts.text("condition"),
                parts.date("from"),
                parts.date("until"),
                parts.text("interimCommunication"),
                parts.text("decidedBy"),
                basic.hasNonNull("created") ? Optional.of(new PartialDate(basic.path("created").asText())) : Optional.empty(),
                sources(basic),
                parts.text("note"),
                !parts.text("verified").orElse("true").equals("false"));
    }

    private static Optional<ExtensionReader> parts(JsonNode basic) {
        return new ExtensionReader(basic).all("unntak", ExtensionReader::new).stream().findFirst();
    }

    private static Optional<Exemption.Organisation> organisation(JsonNode subject) {
        String number = subject.path("identifier").path("value").asText();
        return number.isEmpty()
                ? Optional.empty()
                : Optional.of(new Exemption.Organisation(number, subject.path("display").asText()));
    }

    private static List<String> canonicals(JsonNode basic) {
        List<String> keys = new ArrayList<>();
        each(basic, "product").forEach(part -> keys.add(Canonical.key(part.path("valueCanonical").asText())));
        return keys;
    }

    private static List<String> actors(JsonNode basic) {
        return each(basic, "actor").stream().map(ExtensionReader::code).toList();
    }

    private static List<Source> sources(JsonNode basic) {
        return each(basic, "source").stream().map(ObligationExtensionReader::source).toList();
    }

    private static List<JsonNode> each(JsonNode basic, String name) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode extension : basic.path("extension")) {
            if (extension.path("url").asText().equals(EXTENSION)) {
                for (JsonNode part : extension.path("extension")) {
                    if (part.path("url").asText().equals(name)) {
                        found.add(part);
                    }
                }
            }
        }
        return found;
    }
}
