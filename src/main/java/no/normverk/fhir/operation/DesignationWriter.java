package no.normverk.fhir.operation;

import java.util.List;
import java.util.Set;
import no.normverk.fhir.json.EncodedOnce;
import no.normverk.fhir.json.JsonOut;
import no.normverk.terminology.Acceptability;
import no.normverk.terminology.Coding;
import no.normverk.terminology.Designation;
import no.normverk.terminology.Extension;

/** Writes designations. */
final class DesignationWriter {

    private static final Set<String> REPEATED = Set.of(
            "http://hl7.org/fhir/StructureDefinition/coding-sctdescid",
            "http://hl7.org/fhir/StructureDefinition/structuredefinition-standards-status");

    /** Of SNOMED International's guide for FHIR: how a designation stands in a language reference set. */
    private static final String USE_CONTEXT = "http://snomed.info/fhir/StructureDefinition/designation-use-context";

    /** Dialects and uses are a few objects that all designations of a version share. */
    private static final int MOST = 256;
    private static final EncodedOnce<Acceptability> STANDINGS = new EncodedOnce<>(MOST, (out, standing) -> {
        out.startObject().member("url", USE_CONTEXT).name("extension").startArray();
        part(out, "context", standing.context());
        part(out, "role", standing.role());
    });
    private static final EncodedOnce<Coding> USES = new EncodedOnce<>(MOST, ParametersWriter::writeCoding);

    private DesignationWriter() {}

    /** As {@code ValueSet.expansion.contains.designation}. */
    static void write(JsonOut out, Designation designation) {
        out.startObject();
        List<Extension> extensions = designation.extensions().isEmpty()
                ? List.of()
                : designation.extensions().stream().filter(extension -> REPEATED.contains(extension.url())).toList();
        if (!extensions.isEmpty() || !designation.acceptability().isEmpty()) {
            out.name("extension").startArray();
            for (Extension extension : extensions) {
                out.startObject().member("url", extension.url());
                ParametersWriter.writeValue(out, extension.value());
                out.endObject();
            }
            for (Acceptability standing : designation.acceptability()) {
                writeUseContext(out, designation, standing);
            }
            out.endArray();
        }
        ParametersWriter.member(out, "language", designation.language());
        if (designation.use() != null) {
            out.name("use").json(USES.of(designation.use()));
        }
        out.member("value", designation.value()).endObject();
    }

    /** One extension for each dialect, with the parts that Snowstorm gives it: context, role and type. */
    private static void writeUseContext(JsonOut out, Designation designation, Acceptability standing) {
        out.json(STANDINGS.of(standing));
        if (designation.use() != null) {
            out.startObject().member("url", "type").name("valueCoding").json(USES.of(designation.use())).endObject();
        }
        out.endArray().endObject();
    }

    private static void part(JsonOut out, String url, Coding coding) {
        out.startObject().member("url", url).name("valueCoding");
        ParametersWriter.writeCoding(out, coding);
        out.endObject();
    }

    /**
     * As the {@code designation} parameter of {@code $lookup}.
     *
     * @param standings whether to tell how it stands in dialects
     */
    static void write(ParametersWriter parameters, Designation designation, boolean standings) {
        JsonOut out = parameters.out();
        out.startObject();
        if (standings && !designation.acceptability().isEmpty()) {
            out.name("extension").startArray();
            for (Acceptability standing : designation.acceptability()) {
                writeUseContext(out, designation, standing);
            }
            out.endArray();
        }
        out.member("name", "designation").name("part").startArray();
        parameters.code("language", designation.language());
        if (designation.use() != null) {
            parameters.coding("use", USES.of(designation.use()));
        }
        parameters.string("value", designation.value());
        parameters.canonical("source", designation.source());
        parameters.endParts();
    }
}
