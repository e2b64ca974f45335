package no.normverk.catalogue.requirement;

import java.util.List;
import no.normverk.catalogue.NormativeProduct;

/**
 * What is required, a page of it.
 *
 * @param total how many requirements there are in all
 * @param requirements those of the page: strongest level first, then by title
 * @param leftOut products that are withdrawn without a known date: nobody can say whether they held on the day asked for
 */
public record RequirementAnswer(int total, List<Requirement> requirements, List<NormativeProduct> leftOut) {

    public RequirementAnswer {
        requirements = List.copyOf(requirements);
        leftOut = List.copyOf(leftOut);
    }
}
