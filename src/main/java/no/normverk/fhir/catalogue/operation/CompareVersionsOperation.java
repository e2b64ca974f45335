package no.normverk.fhir.catalogue.operation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import no.normverk.catalogue.BoundContent;
import no.normverk.catalogue.NormativeProduct;
import no.normverk.catalogue.Obligation;
import no.normverk.catalogue.VersionComparison;
import no.normverk.catalogue.VersionDifference;
import no.normverk.fhir.operation.Answer;
import no.normverk.fhir.operation.Arguments;
import no.normverk.fhir.operation.ParametersWriter;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Registry;

/**
 * {@code Library/$compare-versions}: what is different between two products, as a rule an older and a newer version: fields, content bound, obligations as they stand. Where both name a
 * version of the same code system and the server has both, its codes are compared too.
 */
final class CompareVersionsOperation extends CatalogueOperation {

    /** Of a long list of codes this many are told, and always how many there are. */
    private static final int CODES_TOLD = 100;

    CompareVersionsOperation(Clock clock, FragmentStore fragments) {
        super(clock, fragments, "from", "to");
    }

    @Override
    Answer answer(CatalogueQuestion question) {
        NormativeProduct to = ProductArgument.of(question, "to");
        NormativeProduct from = question.arguments().has("from") ? ProductArgument.ofParameter(question, "from") : predecessor(question, to);
        List<VersionDifference> differences = VersionComparison.compare(from, to);
        Texts texts = question.texts();
        ParametersWriter out = ParametersWriter.start();
        Knowledge.write(out, texts, question.index(), question.today());
        RequirementWriter writer = question.writer(out);
        side(out, writer, "from", from);
        side(out, writer, "to", to);
        out.integer("total", differences.size());
        differences.forEach(difference -> write(out, texts, question.request().snapshot().registry(), difference));
        return out.answer();
    }

    private static NormativeProduct predecessor(CatalogueQuestion question, NormativeProduct to) {
        if (to.replaces().size() != 1) {
            String why = to.replaces().isEmpty() ? to.key() + " replaces nothing" : to.key() + " replaces " + String.join(", ", to.replaces());
            throw Arguments.missing("from", "which product is compared with: " + why);
        }
        return ProductArgument.find(question.index().source().catalogue(), "from", to.replaces().getFirst());
    }

    private static void side(ParametersWriter out, RequirementWriter writer, String name, NormativeProduct product) {
        out.startParts(name);
        writer.product(product);
        product.sources().forEach(writer::source);
        out.endParts();
    }

    private static void write(ParametersWriter out, Texts texts, Registry registry, VersionDifference difference) {
        out.startParts("difference")
                .coding("kind", texts.coding("versjonsforskjell", difference.kind()))
                .code("field", difference.field())
                .string("old", difference.before().orElse(null))
                .string("new", difference.after().orElse(null));
        difference.obligationAfter().or(difference::obligationBefore).ifPresent(obligation -> obligation(out, texts, obligation));
        difference.obligationBefore().ifPresent(obligation -> out.string("old-obligation", obligation.id()));
        difference.obligationAfter().ifPresent(obligation -> out.string("new-obligation", obligation.id()));
        difference.contentAfter().or(difference::contentBefore).ifPresent(content -> out.code("content-type", content.kind().resourceType()));
        codes(out, registry, difference);
        out.endParts();
    }

    private static void obligation(ParametersWriter out, Texts texts, Obligation obligation) {
        out.coding("actor", texts.actor(obligation.actor()))
                .coding("direction", texts.coding("retning", obligation.direction()))
                .coding("level", texts.coding("normeringsniva", obligation.level()))
                .string("authority", obligation.decidedBy().orElse(null));
    }

    /** Codes are compared where both products name a version of the code system; a version that is not here is told, lest silence be taken for no difference. */
    private static void codes(ParametersWriter out, Registry registry, VersionDifference difference) {
        Optional<BoundContent> before = difference.contentBefore().filter(CompareVersionsOperation::isVersionOfCodes);
        Optional<BoundContent> after = difference.contentAfter().filter(CompareVersionsOperation::isVersionOfCodes);
        if (before.isEmpty() || after.isEmpty()) {
            return;
        }
        Optional<CodeSystemVersion> older = held(out, registry, before.get());
        Optional<CodeSystemVersion> newer = held(out, registry, after.get());
        if (older.isPresent() && newer.isPresent()) {
            CodeDifferences codes = CodeDifferences.between(older.get(), newer.get());
            codes(out, "codes-added", codes.added());
            codes(out, "codes-removed", codes.removed());
            codes(out, "codes-renamed", codes.renamed());
            codes(out, "codes-inactivated", codes.inactivated());
        }
    }

    private static boolean isVersionOfCodes(BoundContent content) {
        return content.kind() == BoundContent.Kind.CODE_SYSTEM && content.version().isPresent();
    }

    private static Optional<CodeSystemVersion> held(ParametersWriter out, Registry registry, BoundContent content) {
        CodeSystemVersion held = registry.codeSystem(content.canonical(), content.version().orElse(null));
        if (held == null) {
            out.canonical("not-held", content.reference());
        }
        return Optional.ofNullable(held);
    }

    private static void codes(ParametersWriter out, String name, List<String> codes) {
        if (!codes.isEmpty()) {
            out.startParts(name).integer("total", codes.size());
            codes.stream().limit(CODES_TOLD).forEach(code -> out.code("code", code));
            out.endParts();
        }
    }
}
