package no.normverk.catalogue.register;

import java.util.List;
import java.util.Optional;
import no.normverk.authoring.PartialDate;
import no.normverk.catalogue.Claim;

/**
 * A claim as it stands in the register.
 *
 * @param claim what is said to be supported, in which direction and when
 * @param status how it stands
 * @param statusDate since when it stands so
 * @param evidence what it rests on, at least one thing
 */
public record RegisteredClaim(Claim claim, ClaimStatus status, Optional<PartialDate> statusDate, List<Evidence> evidence) {

    public RegisteredClaim {
        evidence = List.copyOf(evidence);
    }
}
