package no.normverk.catalogue;

import java.util.Optional;
import no.normverk.authoring.PartialDate;

/**
 * A point in time an obligation turns on: a date, or the reason why there is none. A missing date is never replaced by an
 * invented one.
 */
public sealed interface Deadline {

    /** A date, as precise as its source. */
    record On(PartialDate date) implements Deadline {}

    /** A deadline that exists without a date. The reason is in Norwegian, for people. */
    record Unknown(String reason) implements Deadline {}

    /** The date, empty when it is unknown. */
    default Optional<PartialDate> known() {
        return this instanceof On(PartialDate date) ? Optional.of(date) : Optional.empty();
    }
}
