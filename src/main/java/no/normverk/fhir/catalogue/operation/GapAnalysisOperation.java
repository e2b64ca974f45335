package no.normverk.fhir.catalogue.operation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.normverk.catalogue.Catalogue;
import no.normverk.catalogue.Claim;
import no.normverk.catalogue.NormativeProduct;
import no.normverk.catalogue.requirement.Coverage;
import no.normverk.catalogue.requirement.GapAnalysis;
import no.normverk.catalogue.requirement.GapAnswer;
import no.normverk.catalogue.requirement.RequirementQuery;
import no.normverk.fhir.catalogue.Canonical;
import no.normverk.fhir.operation.Answer;
import no.normverk.fhir.operation.Arguments;
import no.normverk.fhir.operation.ParametersWriter;
import no.normverk.store.StoredResource;
import org.jspecify.annotations.Nullable;

/**
 * {@code Library/$gap-analysis}: what a system supports, held against what is required of the organisations that use it, on one day
 * or several.
 */
final class GapAnalysisOperation extends CatalogueOperation {

    /** The register of the resources that it was made of. */
    private record Known(List<StoredResource> resources, Register register) {}

    private volatile @Nullable Known known;

    GapAnalysisOperation(Clock clock, FragmentStore fragments) {
        super(clock, fragments, "supports*", "register-entry*", "actor*", "direction*", "date*", "asOf", "level-min", "organization", "topic*");
    }

    @Override
    Answer answer(CatalogueQuestion question) {
        List<Claim> claims = claims(question);
        GapAnalysis analysis = new GapAnalysis(question.index());
        Texts texts = question.texts();
        ParametersWriter out = ParametersWriter.start();
        RequirementQuery first = question.query(question.today());
        Knowledge.write(out, texts, question.index(), first.asOf());
        first.actors().forEach(actor -> out.coding("actor", texts.actor(actor)));
        RequiredStandardsOperation.rolesNotAsked(out, texts, question, first);
        claims.forEach(claim -> out.canonical("supports", Canonical.library(claim.product())));
        for (LocalDate date : question.dates("date")) {
            out.startParts("analysis").date("date", date.toString());
            write(out, question, analysis.analyse(first.on(date), claims));
            out.endParts();
        }
        return out.answer();
    }

    /** Made anew when the store has changed; two makings at a time do no harm. */
    private Register register(CatalogueQuestion question) {
        List<StoredResource> resources = question.request().snapshot().resources();
        Known last = known;
        if (last == null || last.resources != resources) {
            last = new Known(resources, Register.of(resources));
            known = last;
        }
        return last.register;
    }

    /** The claims that stand about a product of the register; those about products that the catalogue does not have are left out. */
    private List<Claim> registered(CatalogueQuestion question, String entry) {
        Catalogue catalogue = question.index().source().catalogue();
        return register(question).claims(entry)
                .orElseThrow(() -> Arguments.invalid("register-entry", entry, "a product of the register on this server, DeviceDefinition/[id]"))
                .stream()
                .filter(claim -> catalogue.find(claim.product()).isPresent())
                .toList();
    }

    private List<Claim> claims(CatalogueQuestion question) {
        Catalogue catalogue = question.index().source().catalogue();
        Set<String> products = new LinkedHashSet<>();
        for (String written : question.arguments().texts("supports")) {
            products.addAll(products(catalogue, written));
        }
        List<String> entries = question.arguments().texts("register-entry");
        if (products.isEmpty() && entries.isEmpty()) {
            throw Arguments.missing(
                    "supports", "a product that the system supports, by its address, its key or its number, such as svarrapportering-1.4; or register-entry, DeviceDefinition/[id]");
        }
        List<Claim> claims = new ArrayList<>();
        products.forEach(product -> claims.add(Claim.of(product)));
        entries.forEach(entry -> claims.addAll(registered(question, entry)));
        return claims;
    }

    /** A number may stand for several products; one that stands for several versions says too little to be believed. */
    private static List<String> products(Catalogue catalogue, String written) {
        String key = Canonical.key(written);
        if (catalogue.find(key).isPresent()) {
            return List.of(key);
        }
        List<NormativeProduct> found = ProductArgument.meant(catalogue, written);
        if (found.isEmpty()) {
            throw Arguments.invalid("supports", written, "a product of the catalogue: " + Canonical.library("[key]")
                    + ", its key, its web page, or a number such as HIS 80822:2014");
        }
        boolean versions = found.stream().map(NormativeProduct::version).distinct().count() > 1;
        if (versions) {
            throw Arguments.invalid("supports", written, "one version; this number stands for "
                    + String.join(", ", found.stream().map(NormativeProduct::key).toList()));
        }
        return found.stream().map(NormativeProduct::key).toList();
    }

    private static void write(ParametersWriter out, CatalogueQuestion question, GapAnswer answer) {
        Texts texts = question.texts();
        Catalogue catalogue = question.index().source().catalogue();
        for (Coverage.Kind kind : Coverage.Kind.values()) {
            long count = answer.coverages().stream().filter(coverage -> coverage.kind() == kind).count();
            long unasked = kind == Coverage.Kind.NOT_REQUIRED ? answer.notRequired().size() : 0;
            out.integer(kind.code() + "-count", Math.toIntExact(count + unasked));
        }
        RequirementWriter writer = question.writer(out);
        for (Coverage coverage : answer.coverages()) {
            out.startParts("entry").coding("coverage", texts.coding("dekning", coverage.kind()));
            coverage.until().ifPresent(day -> out.date("met-until", day.toString()));
            coverage.by().forEach(product -> out.canonical("met-by", Canonical.library(product.key())));
            out.startParts("requirement");
            writer.requirement(coverage.requirement());
            out.endParts().endParts();
        }
        for (Claim claim : answer.notRequired()) {
            out.startParts("entry").coding("coverage", texts.coding("dekning", Coverage.Kind.NOT_REQUIRED));
            catalogue.find(claim.product()).ifPresent(writer::product);
            out.endParts();
        }
        answer.leftOut().forEach(product -> RequiredStandardsOperation.leftOut(out, texts, writer, product));
    }
}
