package no.normverk.fhir.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;
import no.normverk.fhir.Snapshot;
import no.normverk.fhir.operation.Answer;

/** Capabilities, written once for each snapshot. */
final class MetadataInteraction implements Interaction {

    private record Document(Answer answer, String etag) {
        static Document of(ObjectNode statement) {
            byte[] json = statement.toString().getBytes(StandardCharsets.UTF_8);
            CRC32 crc = new CRC32();
            crc.update(json);
            return new Document(
                    Answer.ok(json), Responses.etag(HexFormat.of().toHexDigits((int) crc.getValue())));
        }
    }

    private final PerSnapshot<Document> capabilities;
    private final PerSnapshot<Document> terminology;
    private final Responses responses;

    MetadataInteraction(Capabilities capabilities, Responses responses) {
        this.capabilities = new PerSnapshot<>(snapshot -> Document.of(capabilities.statement()));
        this.terminology = new PerSnapshot<>(snapshot -> terminology(capabilities, snapshot));
        this.responses = responses;
    }

    private static Document terminology(Capabilities capabilities, Snapshot snapshot) {
        ObjectNode head = capabilities.head("TerminologyCapabilities", "NormverkTerminology", "Normverk: terminology");
        return Document.of(TerminologyCapabilities.statement(head, snapshot.registry()));
    }

    @Override
    public void answer(Call call) throws IOException {
        Rendering rendering = Rendering.of(call.request());
        String mode = call.request().parameter("mode");
        PerSnapshot<Document> documents =
                switch (mode == null ? "full" : mode) {
                    case "full", "normative" -> capabilities;
                    case "terminology" -> terminology;
                    default -> throw Problem.badParameter("mode", String.valueOf(mode), "full, normative or terminology");
                };
        Document document = documents.of(call.snapshot());
        responses.send(call.request(), call.response(), rendering, document.answer(), document.etag());
    }
}
