package no.normverk.plans;

import no.normverk.authoring.Coded;
import no.normverk.authoring.LocalText;

/** What a derived plan did to its parent. */
public enum AdaptationKind implements Coded {
    /** An element that the parent does not have. */
    TILFOYD("tilfoyd", "Tilføyd", "Lagd til", "Added"),
    /** An element of the parent is left out. */
    FJERNET("fjernet", "Fjernet", "Fjerna", "Removed"),
    /** An element of the parent is another. */
    ERSTATTET("erstattet", "Erstattet", "Erstatta", "Replaced");

    private final Label label;

    AdaptationKind(String code, String nb, String nn, String en) {
        this.label = new Label(code, LocalText.of(nb, nn, en));
    }

    @Override
    public Label label() {
        return label;
    }
}
