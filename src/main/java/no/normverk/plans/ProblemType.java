package no.normverk.plans;

import no.normverk.authoring.Coded;
import no.normverk.authoring.LocalText;

/** What kind of nursing diagnosis or problem it is (problemtype). */
public enum ProblemType implements Coded {
    /** The patient has it. */
    AKTUELL("aktuell", "Aktuelt problem", "Aktuelt problem", "Actual problem"),
    /** The patient may get it. */
    RISIKO("risiko", "Risiko", "Risiko", "Risk"),
    /** Something that the patient can build on. */
    RESSURS("ressurs", "Ressurs", "Ressurs", "Resource");

    private final Label label;

    ProblemType(String code, String nb, String nn, String en) {
        this.label = new Label(code, LocalText.of(nb, nn, en));
    }

    @Override
    public Label label() {
        return label;
    }
}
