package no.normverk.catalogue;

import java.time.LocalDate;
import java.util.Optional;
import no.normverk.authoring.PartialDate;

/**
 * What somebody says a system supports: a version of a normative product. How far a claim covers what is required is worked out
 * when it is asked for and never stored, since obligations move.
 *
 * @param product key of the product
 * @param direction the direction that is supported; empty for all that the product has
 * @param from when the support begins; empty when it is not said, and then it holds from ever
 * @param until the last day of it; empty when no end is said
 */
public record Claim(
        String product, Optional<Direction> direction, Optional<PartialDate> from, Optional<PartialDate> until) {

    /** The claim that a product is supported, in every direction and at all times. */
    public static Claim of(String product) {
        return new Claim(product, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether the claim says that the system supports the product in the direction on the day. */
    public boolean covers(String wanted, Direction wantedDirection, LocalDate day) {
        return product.equals(wanted)
                && direction.map(wantedDirection::equals).orElse(true)
                && from.map(date -> !day.isBefore(date.earliest())).orElse(true)
                && until.map(date -> !day.isAfter(date.latest())).orElse(true);
    }
}
