package no.normverk.catalogue.requirement;

import java.util.List;
import no.normverk.catalogue.Claim;
import no.normverk.catalogue.NormativeProduct;

/**
 * A system held against what is required on one day.
 *
 * @param coverages one for each requirement
 * @param notRequired claims that no requirement of the day asks for
 * @param leftOut products that are withdrawn without a known date: nobody can say whether they held
 */
public record GapAnswer(List<Coverage> coverages, List<Claim> notRequired, List<NormativeProduct> leftOut) {

    public GapAnswer {
        coverages = List.copyOf(coverages);
        notRequired = List.copyOf(notRequired);
        leftOut = List.copyOf(leftOut);
    }
}
