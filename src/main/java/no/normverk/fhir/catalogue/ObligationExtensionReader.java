package no.normverk.fhir.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import no.normverk.catalogue.Direction;
import no.normverk.catalogue.LegalBasis;
import no.normverk.catalogue.NormativeLevel;
import no.normverk.catalogue.Obligation;
import no.normverk.catalogue.Source;

/** Reads an obligation from the complex extension that {@link ObligationExtension} writes. */
final class ObligationExtensionReader {

    private ObligationExtensionReader() {}

    static Obligation read(JsonNode extension) {
        ExtensionReader parts = new ExtensionReader(extension);
        return new Obligation(
                parts.text("id").orElseThrow(() -> missing("id")),
                parts.part("actor").map(ExtensionReader::code).orElseThrow(() -> missing("actor")),
                parts.codes("except"),
                parts.codePart("direction", Direction.class).orElseThrow(() -> missing("direction")),
                parts.codePart("level", NormativeLevel.class).orElseThrow(() -> missing("level")),
                parts.deadline("mayFrom"),
                parts.deadline("mustFrom"),
                parts.deadline("until"),
                parts.text("alternativeGroup"),
                parts.text("condition"),
                parts.part("legalBasis").map(ObligationExtensionReader::legalBasis),
                parts.text("decidedBy"),
                parts.deadline("decidedOn"),
                parts.texts("supersedes"),
                parts.text("note"),
                parts.part("source").map(ObligationExtensionReader::source),
                !parts.text("verified").orElse("true").equals("false"));
    }

    static LegalBasis legalBasis(JsonNode extension) {
        ExtensionReader parts = new ExtensionReader(extension);
        return new LegalBasis(
                parts.text("regulation").orElseThrow(() -> missing("legalBasis.regulation")),
                parts.text("reference"),
                parts.text("section"),
                parts.text("number"),
                parts.text("letter"),
                parts.date("inForceFrom"));
    }

    static Source source(JsonNode extension) {
        ExtensionReader parts = new ExtensionReader(extension);
        return new Source(parts.text("title").orElseThrow(() -> missing("source.title")), parts.text("url"), parts.text("seen"));
    }

    private static IllegalArgumentException missing(String part) {
        return new IllegalArgumentException("an obligation has no " + part);
    }
}
