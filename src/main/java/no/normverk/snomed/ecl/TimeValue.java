package no.normverk.snomed.ecl;

import java.time.LocalDate;
import java.util.Optional;

/**
 * {@code timeValue}: a release date.
 *
 * @param date the date, in the years 1000 to 9999; empty for {@code ""}, a component that has not been released
 */
public record TimeValue(Optional<LocalDate> date) {
    public TimeValue {
        if (date.isPresent() && (date.get().getYear() < 1000 || date.get().getYear() > 9999)) {
            throw new IllegalArgumentException("A year has four digits: " + date.get());
        }
    }
}
