package no.normverk.fhir.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.normverk.authoring.PartialDate;
import no.normverk.fhir.resource.SearchParameter;
import no.normverk.fhir.resource.SearchParameter.Kind;
import no.normverk.fhir.resource.SearchParameter.Value;
import no.normverk.fhir.resource.SearchParameters;

/**
 * What normative products can be searched for beyond what FHIR defines for Library: words anywhere in their titles and descriptions, their numbers in any spelling, and the vocabularies of the
 * catalogue. The definitions are the SearchParameter resources under {@code profiles/}.
 */
public final class CatalogueSearch {

    private static final String TYPE = "Library";
    private static final String BASE = "http://normverk.no/fhir/";

    private CatalogueSearch() {}

    /** The parameters with those of the catalogue added. */
    public static SearchParameters addTo(SearchParameters parameters) {
        return ObligationSearch.addTo(parameters)
                .with(TYPE, words("_content"))
                .with(TYPE, words("text"))
                .with(
                        TYPE,
                        SearchParameter.ofContent(
                                "identifier",
                                Kind.NUMBER,
                                "http://hl7.org/fhir/SearchParameter/Library-identifier",
                                "number of the product in any spelling: HIS 80822, 80822:2014, his80822",
                                CatalogueSearch::numbers))
                .with(TYPE, coded("normeringsniva", "normeringsniva", "level of normative force (normeringsnivå)"))
                .with(TYPE, coded("dokumenttype", "dokumenttype", "document type"))
                .with(TYPE, coded("livssyklus", "livssyklus", "status in the product's life"))
                .with(TYPE, coded("underlying-standard", "underliggende-standard", "standard it builds on"))
                .with(TYPE, related("depends-on", "content that the product binds: code system, value set, map or profile"))
                .with(TYPE, related("derived-from", "what it is a profile of"))
                .with(TYPE, related("predecessor", "what it takes the place of"))
                .with(TYPE, related("successor", "what takes its place"))
                .with(
                        TYPE,
                        SearchParameter.ofContent(
                                "topic",
                                Kind.TOKEN,
                                "http://hl7.org/fhir/SearchParameter/Library-topic",
                                "what it is about",
                                CatalogueSearch::topics))
                .with(
                        "VerificationResult",
                        SearchParameter.ofContent(
                                "supports",
                                Kind.REFERENCE,
                                BASE + "SearchParameter/VerificationResult-supports",
                                "normative product that is said to be supported",
                                result -> RegisterResource.supports(result).stream().map(Value::of).toList()))
                .with(
                        "DeviceDefinition",
                        SearchParameter.ofContent(
                                "device-name",
                                Kind.STRING,
                                BASE + "SearchParameter/DeviceDefinition-device-name",
                                "name of a vendor's product",
                                device -> texts(device.path("deviceName").findValues("name"))))
                .with(
                        "Basic",
                        SearchParameter.ofContent(
                                "organization",
                                Kind.TOKEN,
                                BASE + "SearchParameter/Basic-organization",
                                "organisation number of who may depart from a provision",
                                CatalogueSearch::organisation))
                .with(
                        "Basic",
                        SearchParameter.ofCodes(
                                "actor",
                                Kind.OVERLAPPING,
                                BASE + "SearchParameter/Basic-actor",
                                "kind of organisation that may depart from a provision",
                                Canonical.codeSystem("aktor"),
                                basic -> parts(basic, "unntak", "actor")))
                .with(
                        "Basic",
                        SearchParameter.ofContent(
                                "until", Kind.DATE, BASE + "SearchParameter/Basic-until", "the last day of an exemption", basic -> parts(basic, "unntak", "until")))
                .with(
                        "Basic",
                        SearchParameter.ofContent(
                                "period", Kind.DATE, BASE + "SearchParameter/Basic-period", "the days an exemption is for", CatalogueSearch::period))
                .with(
                        "Basic",
                        SearchParameter.ofContent(
                                "legal-basis",
                                Kind.NUMBER,
                                BASE + "SearchParameter/Basic-legal-basis",
                                "provision departed from: its regulation, § 6, § 6 nr. 5, FOR-2015-07-01-853|§ 5 a",
                                CatalogueSearch::provision));
    }

    /** An exemption without a first or last day lasts as long as nobody says otherwise. */
    private static List<Value> period(JsonNode basic) {
        return exemptions(basic).stream()
                .map(parts -> parts.date("from").map(PartialDate::text).orElse("") + "/" + parts.date("until").map(PartialDate::text).orElse(""))
                .map(Value::of)
                .toList();
    }

    private static List<Value> provision(JsonNode basic) {
        return exemptions(basic).stream()
                .flatMap(parts -> parts.part("provision").stream())
                .flatMap(part -> ObligationSearch.citations(part).stream())
                .toList();
    }

    private static List<ExtensionReader> exemptions(JsonNode basic) {
        List<ExtensionReader> exemptions = new ArrayList<>();
        for (JsonNode extension : basic.path("extension")) {
            if (extension.path("url").asText().equals(BASE + "StructureDefinition/unntak")) {
                exemptions.add(new ExtensionReader(extension));
            }
        }
        return exemptions;
    }

    private static List<Value> organisation(JsonNode basic) {
        JsonNode identifier = basic.path("subject").path("identifier");
        return identifier.path("value").isTextual()
                ? List.of(new Value(identifier.path("system").asText(), identifier.path("value").asText()))
                : List.of();
    }

    /** A canonical reference in a related artifact of the type that the parameter is named for. */
    private static SearchParameter related(String name, String documentation) {
        return SearchParameter.ofContent(name, Kind.REFERENCE, "http://hl7.org/fhir/SearchParameter/Library-" + name, documentation, library -> {
            List<Value> values = new ArrayList<>();
            for (JsonNode artifact : library.path("relatedArtifact")) {
                if (artifact.path("type").asText().equals(name) && artifact.path("resource").isTextual()) {
                    values.add(Value.of(artifact.path("resource").asText()));
                }
            }
            return values;
        });
    }

    private static List<Value> topics(JsonNode library) {
        List<Value> values = new ArrayList<>();
        library.path("topic").forEach(topic -> topic.path("coding").forEach(coding -> addCoding(values, coding)));
        return values;
    }

    private static List<Value> texts(List<JsonNode> nodes) {
        return nodes.stream().map(JsonNode::asText).map(Value::of).toList();
    }

    private static SearchParameter words(String name) {
        return SearchParameter.ofContent(
                name,
                Kind.WORDS,
                name.equals("_content") ? "http://hl7.org/fhir/SearchParameter/Resource-content" : BASE + "SearchParameter/text",
                "words that begin words of the title, other names, description, topics or numbers, in any order",
                library -> List.of(Value.of(text(library))));
    }

    private static String text(JsonNode library) {
        List<String> texts = new ArrayList<>();
        for (String field : List.of("title", "subtitle", "name", "description", "purpose")) {
            texts.add(library.path(field).asText());
        }
        library.path("_title").path("extension").forEach(extension -> extension.path("extension").forEach(part -> texts.add(part.path("valueString").asText())));
        library.path("extension").forEach(extension -> texts.add(extension.path("valueString").asText()));
        library.path("topic").forEach(topic -> topic.path("coding").forEach(coding -> texts.add(coding.path("display").asText())));
        library.path("identifier").forEach(identifier -> texts.add(identifier.path("value").asText()));
        return String.join(" ", texts);
    }

    /** Each number with and without its series and its edition, for people leave both out. */
    private static List<Value> numbers(JsonNode library) {
        List<Value> values = new ArrayList<>();
        for (JsonNode identifier : library.path("identifier")) {
            String system = identifier.path("system").isTextual() ? identifier.path("system").asText() : null;
            for (String spelling : spellings(identifier.path("value").asText())) {
                values.add(new Value(system, spelling));
            }
        }
        return values;
    }

    private static Set<String> spellings(String number) {
        Set<String> spellings = new LinkedHashSet<>();
        String withoutSeries = number.replaceFirst("^[A-Za-z]+\\s*", "");
        for (String form : List.of(number, withoutSeries)) {
            spellings.add(form);
            spellings.add(form.replaceFirst(":.*$", ""));
            spellings.add(form.replaceFirst("-\\d+(?=:|$)", ""));
            spellings.add(form.replaceFirst("-\\d+(:.*)?$", ""));
        }
        return spellings;
    }

    private static SearchParameter coded(String name, String extension, String documentation) {
        return SearchParameter.ofCodes(
                name,
                Kind.CODE,
                BASE + "SearchParameter/Library-" + name,
                documentation,
                Canonical.codeSystem(extension),
                library -> codings(library, extension));
    }

    private static List<Value> codings(JsonNode library, String extension) {
        List<Value> values = new ArrayList<>();
        for (JsonNode candidate : library.path("extension")) {
            if (candidate.path("url").asText().equals(BASE + "StructureDefinition/" + extension)) {
                addCoding(values, candidate.path("valueCoding"));
            }
        }
        return values;
    }

    /** The values of a part of one of our complex extensions. */
    private static List<Value> parts(JsonNode resource, String extensionName, String part) {
        List<Value> values = new ArrayList<>();
        for (JsonNode extension : resource.path("extension")) {
            if (extension.path("url").asText().equals(BASE + "StructureDefinition/" + extensionName)) {
                for (JsonNode candidate : extension.path("extension")) {
                    if (candidate.path("url").asText().equals(part)) {
                        addCoding(values, candidate.path("valueCoding"));
                        candidate.path("valueDate").asText().lines().map(Value::of).forEach(values::add);
                    }
                }
            }
        }
        return values;
    }

    private static void addCoding(List<Value> values, JsonNode coding) {
        if (coding.path("code").isTextual()) {
            values.add(new Value(coding.path("system").asText(), coding.path("code").asText()));
        }
    }
}
