package no.normverk.fhir.operation;

import no.normverk.fhir.json.JsonOut;
import no.normverk.terminology.Explanation;

/**
 * Writes how an answer came about, for callers who say {@code explain=true}: as an extension of an expansion, and as a parameter of {@code $validate-code}. The parts have the same
 * names in both: {@code clause}, {@code join}, {@code count}, {@code microseconds}, {@code holds}, and {@code step} for every step below.
 */
final class ExplanationWriter {

    static final String EXTENSION = "http://normverk.no/fhir/StructureDefinition/explanation";

    private static final String STEP = "step";
    private static final long MICROSECOND = 1_000;

    private ExplanationWriter() {}

    static void writeExtension(JsonOut out, Explanation explanation) {
        writeNested(out, "url", EXTENSION, "extension", explanation);
    }

    /** The parameter {@code explanation}, and {@code excluded-by} for each clause that leaves the code out. */
    static void writeParameters(JsonOut out, Explanation explanation) {
        writeNested(out, "name", "explanation", "part", explanation);
        explanation.excluding().forEach(clause ->
                out.startObject().member("name", "excluded-by").member("valueString", clause).endObject());
    }

    /** Extensions and parameters are built alike, but for what names them and what holds those within. */
    private static void writeNested(JsonOut out, String naming, String name, String holding, Explanation explanation) {
        out.startObject().member(naming, name).name(holding).startArray();
        if (!explanation.clause().isEmpty()) {
            out.startObject().member(naming, "clause").member("valueString", explanation.clause()).endObject();
        }
        out.startObject().member(naming, "join").member("valueCode", explanation.join().code()).endObject();
        if (explanation.count() != Explanation.NOT_COUNTED) {
            out.startObject().member(naming, "count").name("valueInteger").number(explanation.count()).endObject();
        }
        if (explanation.nanos() > 0) {
            out.startObject().member(naming, "microseconds").name("valueInteger").number(explanation.nanos() / MICROSECOND).endObject();
        }
        if (explanation.holds() != null) {
            out.startObject().member(naming, "holds").name("valueBoolean").bool(explanation.holds()).endObject();
        }
        explanation.steps().forEach(step -> writeNested(out, naming, STEP, holding, step));
        out.endArray().endObject();
    }
}
