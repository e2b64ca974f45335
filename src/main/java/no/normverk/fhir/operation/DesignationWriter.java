package no.normverk.fhir.operation;

import java.util.List;
import java.util.Set;
import no.normverk.fhir.json.JsonOut;
import no.normverk.terminology.Designation;
import no.normverk.terminology.Extension;

/** Writes designations. */
final class DesignationWriter {

    private static final Set<String> REPEATED = Set.of(
            "http://hl7.org/fhir/StructureDefinition/coding-sctdescid",
            "http://hl7.org/fhir/StructureDefinition/structuredefinition-standards-status");

    private DesignationWriter() {}

    /** As {@code ValueSet.expansion.contains.designation}. */
    static void write(JsonOut out, Designation designation) {
        out.startObject();
        List<Extension> extensions = designation.extensions().stream()
                .filter(extension -> REPEATED.contains(extension.url()))
                .toList();
        if (!extensions.isEmpty()) {
            out.name("extension").startArray();
            for (Extension extension : extensions) {
                out.startObject().member("url", extension.url());
                ParametersWriter.writeValue(out, extension.value());
                out.endObject();
            }
            out.endArray();
        }
        ParametersWriter.member(out, "language", designation.language());
        if (designation.use() != null) {
            out.name("use");
            ParametersWriter.writeCoding(out, designation.use());
        }
        out.member("value", designation.value()).endObject();
    }

    /** As the {@code designation} parameter of {@code $lookup}. */
    static void write(ParametersWriter parameters, Designation designation) {
        parameters.startParts("designation").code("language", designation.language());
        if (designation.use() != null) {
            parameters.coding("use", designation.use());
        }
        parameters.string("value", designation.value());
        parameters.canonical("source", designation.source());
        parameters.endParts();
    }
}
