package no.normverk.fhir.catalogue.operation;

import java.time.Clock;
import java.util.List;
import no.normverk.catalogue.Catalogue;
import no.normverk.catalogue.Lineage;
import no.normverk.catalogue.NormativeProduct;
import no.normverk.fhir.catalogue.Canonical;
import no.normverk.fhir.operation.Answer;
import no.normverk.fhir.operation.ParametersWriter;

/** {@code Library/$lineage}: what a product came from and what took its place, through any number of steps, and what it is a profile of or has as profiles. */
final class LineageOperation extends CatalogueOperation {

    LineageOperation(Clock clock, FragmentStore fragments) {
        super(clock, fragments, "product");
    }

    @Override
    Answer answer(CatalogueQuestion question) {
        NormativeProduct asked = ProductArgument.of(question, "product");
        Catalogue catalogue = question.index().source().catalogue();
        Texts texts = question.texts();
        ParametersWriter out = ParametersWriter.start();
        Knowledge.write(out, texts, question.index(), question.today());
        RequirementWriter writer = question.writer(out);
        for (Lineage.Member member : Lineage.of(catalogue, asked)) {
            out.startParts("member").integer("generation", member.generation());
            writer.product(member.product());
            dates(out, member.product());
            canonicals(out, "replaces", member.product().replaces());
            canonicals(out, "replaced-by", catalogue.replacedBy(member.product().key()));
            member.product().sources().forEach(writer::source);
            out.endParts();
        }
        canonicals(out, "profile-of", asked.profileOf());
        canonicals(out, "profile", catalogue.profilesOf(asked.key()));
        return out.answer();
    }

    private static void dates(ParametersWriter out, NormativeProduct product) {
        product.dates().published().ifPresent(date -> out.date("published", date.text()));
        product.dates().withdrawn().ifPresent(date -> out.date("withdrawn", date.text()));
    }

    private static void canonicals(ParametersWriter out, String name, List<String> keys) {
        keys.forEach(key -> out.canonical(name, Canonical.library(key)));
    }
}
