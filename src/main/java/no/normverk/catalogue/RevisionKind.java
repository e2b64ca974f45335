package no.normverk.catalogue;

import no.normverk.authoring.Coded;
import no.normverk.authoring.LocalText;

/** The kinds of minor change that keep the identifier of a product. Source: "Viktige endringer i standarder". */
public enum RevisionKind implements Coded {
    /** A clarification; needs no change by vendors. */
    PRESISERING("presisering", LocalText.of("Presisering", "Presisering", "Clarification")),
    /** Something added. */
    ADDENDUM("addendum", LocalText.of("Addendum", "Addendum", "Addendum")),
    /** An error corrected. */
    ERRATA("errata", LocalText.of("Errata", "Errata", "Errata"));

    private final Label label;

    RevisionKind(String code, LocalText title) {
        this.label = new Label(code, title);
    }

    @Override
    public Label label() {
        return label;
    }
}
