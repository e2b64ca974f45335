package no.normverk.catalogue.register;

import no.normverk.authoring.Coded;
import no.normverk.authoring.LocalText;

/** How a claim stands: the codes of FHIR's value set verificationresult-status. */
public enum ClaimStatus implements Coded {
    /** Said by the vendor, tried by nobody else. */
    ATTESTED("attested", LocalText.of("Erklært", "Erklært", "Attested"), true),
    /** Tried by somebody else, with success. */
    VALIDATED("validated", LocalText.of("Bekreftet", "Stadfesta", "Validated"), true),
    /** Being tried. */
    IN_PROCESS("in-process", LocalText.of("Under prøving", "Under prøving", "In process"), false),
    /** Held good once and has to be tried again. */
    REQ_REVALID("req-revalid", LocalText.of("Må prøves på nytt", "Må prøvast på nytt", "Requires revalidation"), false),
    /** Tried without success. */
    VAL_FAIL("val-fail", LocalText.of("Ikke bestått", "Ikkje greidd", "Validation failed"), false),
    /** Tried again without success. */
    REVAL_FAIL("reval-fail", LocalText.of("Ikke bestått ny prøving", "Ikkje greidd ny prøving", "Revalidation failed"), false);

    private final Label label;
    private final boolean standing;

    ClaimStatus(String code, LocalText title, boolean standing) {
        this.label = new Label(code, title);
        this.standing = standing;
    }

    @Override
    public Label label() {
        return label;
    }

    /** Whether a claim that stands so counts as support. */
    public boolean isStanding() {
        return standing;
    }
}
