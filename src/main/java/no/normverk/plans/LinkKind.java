package no.normverk.plans;

import no.normverk.authoring.Coded;
import no.normverk.authoring.LocalText;

/** What a link on an intervention leads to: the model of guiding plans has procedures (VAR), texts and pages. */
public enum LinkKind implements Coded {
    /** A procedure in a collection such as VAR. */
    PROSEDYRE("prosedyre", "Prosedyre", "Prosedyre", "Procedure"),
    /** A text that is given here. */
    TEKST("tekst", "Tekst", "Tekst", "Text"),
    /** A page on the web. */
    NETTSIDE("nettside", "Nettside", "Nettside", "Web page");

    private final Label label;

    LinkKind(String code, String nb, String nn, String en) {
        this.label = new Label(code, LocalText.of(nb, nn, en));
    }

    @Override
    public Label label() {
        return label;
    }
}
