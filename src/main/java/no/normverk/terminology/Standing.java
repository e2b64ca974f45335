package no.normverk.terminology;

import org.jspecify.annotations.Nullable;

/**
 * How far a resource can be relied on.
 *
 * @param status FHIR's publication status: draft, active, retired or unknown
 * @param experimental whether it is meant for testing only
 * @param standardsStatus the structuredefinition-standards-status extension, which outranks {@code status}: draft, trial-use, normative, deprecated, withdrawn ...
 * @param date day of last change in FHIR's lexical form; of several versions without comparable version numbers the newest answers
 */
public record Standing(
        String status, boolean experimental, @Nullable String standardsStatus, @Nullable String date) {

    public static final Standing ACTIVE = new Standing("active", false, null, null);
}
