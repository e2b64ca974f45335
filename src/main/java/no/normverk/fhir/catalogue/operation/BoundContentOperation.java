package no.normverk.fhir.catalogue.operation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.normverk.catalogue.BoundContent;
import no.normverk.catalogue.Catalogue;
import no.normverk.catalogue.NormativeProduct;
import no.normverk.fhir.catalogue.Canonical;
import no.normverk.fhir.operation.Answer;
import no.normverk.fhir.operation.OperationRequest;
import no.normverk.fhir.operation.ParametersWriter;

/**
 * {@code Library/$bound-content}: which code systems, value sets, maps and profiles a product needs, its own and those of the products that it is a profile of, each with the version
 * that this server has and a link to it. What the server does not have is told as such.
 */
final class BoundContentOperation extends CatalogueOperation {

    BoundContentOperation(Clock clock, FragmentStore fragments) {
        super(clock, fragments, "product");
    }

    @Override
    Answer answer(CatalogueQuestion question) {
        NormativeProduct asked = ProductArgument.of(question, "product");
        Texts texts = question.texts();
        ParametersWriter out = ParametersWriter.start();
        Knowledge.write(out, texts, question.index(), question.today());
        RequirementWriter writer = question.writer(out);
        out.startParts("of");
        writer.product(asked);
        asked.sources().forEach(writer::source);
        out.endParts();
        for (NormativeProduct product : withBases(question.index().source().catalogue(), asked)) {
            product.binds().forEach(bound -> write(out, writer, question.request(), bound, product));
        }
        String unverified = asked.unverified().get("binds");
        out.string("unverified", unverified);
        return out.answer();
    }

    /** The product, what it is a profile of, what that is a profile of, each once. */
    private static List<NormativeProduct> withBases(Catalogue catalogue, NormativeProduct asked) {
        List<NormativeProduct> products = new ArrayList<>(List.of(asked));
        for (int i = 0; i < products.size(); i++) {
            products.get(i).profileOf().stream()
                    .flatMap(key -> catalogue.find(key).stream())
                    .filter(base -> !products.contains(base))
                    .forEach(products::add);
        }
        return products;
    }

    private static void write(
            ParametersWriter out, RequirementWriter writer, OperationRequest request, BoundContent bound, NormativeProduct by) {
        Optional<HeldContent> held = HeldContent.find(request.snapshot(), request.baseUrl(), bound);
        out.startParts("content")
                .code("type", bound.kind().resourceType())
                .canonical("canonical", bound.reference())
                .string("note", bound.note().orElse(null))
                .canonical("bound-by", Canonical.library(by.key()))
                .bool("held", held.isPresent());
        held.ifPresent(content -> out.string("version-held", content.version().orElse(null)).uri("link", content.link().orElse(null)));
        by.sources().forEach(writer::source);
        out.endParts();
    }
}
