package no.normverk.terminology.validation;

import no.normverk.terminology.Languages;
import no.normverk.terminology.valueset.EvaluationSettings;

/**
 * How codes shall be validated.
 *
 * @param evaluation how value sets are read
 * @param languages languages in which displays are valid and shown
 * @param lenientDisplay whether a wrong display is a warning only
 * @param abstractAllowed whether abstract concepts are valid
 * @param membershipOnly whether only membership in the value set counts, not what else is wrong with other codings
 * @param inferSystem whether the system of a code without one is looked for in the value set
 * @param conceptModel whether expressions are checked against the code system's model of meaning
 */
public record ValidationSettings(
        EvaluationSettings evaluation,
        Languages languages,
        boolean lenientDisplay,
        boolean abstractAllowed,
        boolean membershipOnly,
        boolean inferSystem,
        boolean conceptModel) {

    public static final ValidationSettings DEFAULT =
            new ValidationSettings(EvaluationSettings.DEFAULT, Languages.ANY, false, true, false, false);

    /** Settings that take expressions as the grammar allows them. */
    public ValidationSettings(
            EvaluationSettings evaluation,
            Languages languages,
            boolean lenientDisplay,
            boolean abstractAllowed,
            boolean membershipOnly,
            boolean inferSystem) {
        this(evaluation, languages, lenientDisplay, abstractAllowed, membershipOnly, inferSystem, false);
    }
}
