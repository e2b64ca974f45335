package no.normverk.fhir.catalogue.operation;

import java.util.List;
import java.util.Optional;
import no.normverk.catalogue.Catalogue;
import no.normverk.catalogue.CatalogueQuery;
import no.normverk.catalogue.IdentifierPattern;
import no.normverk.catalogue.NormativeProduct;
import no.normverk.catalogue.ProductAddress;
import no.normverk.fhir.catalogue.Canonical;
import no.normverk.fhir.operation.Arguments;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.TerminologyException;

/** One product that a call is about: the instance it is made on, or a parameter with its canonical address, its key, or a number that stands for it alone. */
final class ProductArgument {

    private static final String EXPECTED = "a product of the catalogue: its address " + Canonical.library("[key]") + ", its key, its web page, or a number that stands for one product";

    private ProductArgument() {}

    /** The product of the instance, or of the parameter when the call is on the type. */
    static NormativeProduct of(CatalogueQuestion question, String name) {
        String id = question.request().resourceId();
        if (id == null) {
            return ofParameter(question, name);
        }
        return question.index().source().catalogue().find(id).orElseThrow(() -> new TerminologyException(
                Issue.error("not-found", "not-found", Message.of("instance-unknown", "Library", id), null)));
    }

    /** The product of the parameter. */
    static NormativeProduct ofParameter(CatalogueQuestion question, String name) {
        String written = question.arguments().text(name);
        if (written == null) {
            throw Arguments.missing(name, EXPECTED);
        }
        return find(question.index().source().catalogue(), name, written);
    }

    static NormativeProduct find(Catalogue catalogue, String name, String written) {
        Optional<NormativeProduct> found = catalogue.find(Canonical.key(written));
        if (found.isPresent()) {
            return found.get();
        }
        List<NormativeProduct> meant = meant(catalogue, written);
        if (meant.size() != 1) {
            String several = meant.isEmpty() ? "" : "; this stands for " + String.join(", ", meant.stream().map(NormativeProduct::key).toList());
            throw Arguments.invalid(name, written, EXPECTED + several);
        }
        return meant.getFirst();
    }

    /** The products with a number, or those that a web page tells of. */
    static List<NormativeProduct> meant(Catalogue catalogue, String written) {
        if (IdentifierPattern.parse(written).isPresent()) {
            return catalogue.search(CatalogueQuery.EVERYTHING.withIdentifier(written));
        }
        return ProductAddress.parse(written).map(catalogue::at).orElse(List.of());
    }
}
