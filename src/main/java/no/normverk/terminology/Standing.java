package no.normverk.terminology;

import org.jspecify.annotations.Nullable;

/**
 * How far a resource can be relied on.
 *
 * @param status FHIR's publication status: draft, active, retired or unknown
 * @param experimental whether it is meant for testing only
 * @param standardsStatus the structuredefinition-standards-status extension, which outranks {@code status}: draft, trial-use, normative, deprecated, withdrawn ...
 * @param date day of last change in FHIR's lexical form; of several versions without comparable version numbers the newest answers
 * @param inForceSince first day on which it is meant to be used (the resource-effectivePeriod extension), where it says so
 */
public record Standing(
        String status, boolean experimental, @Nullable String standardsStatus, @Nullable String date, @Nullable String inForceSince) {

    public static final Standing ACTIVE = new Standing("active", false, null, null);

    /** The standing of what does not say since when it is in force. */
    public Standing(String status, boolean experimental, @Nullable String standardsStatus, @Nullable String date) {
        this(status, experimental, standardsStatus, date, null);
    }
}
