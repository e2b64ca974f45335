package no.normverk.catalogue;

import no.normverk.authoring.Coded;
import no.normverk.authoring.LocalText;

/** Which part of an exchange an obligation binds the actor to. */
public enum Direction implements Coded {
    /** Must be able to send. */
    SENDE("sende", LocalText.of("Sende", "Sende", "Send")),
    /** Must be able to receive. */
    MOTTA("motta", LocalText.of("Motta", "Ta imot", "Receive")),
    /** Must use; said of products that are not one way messages. */
    BRUKE("bruke", LocalText.of("Bruke", "Bruke", "Use"));

    private final Label label;

    Direction(String code, LocalText title) {
        this.label = new Label(code, title);
    }

    @Override
    public Label label() {
        return label;
    }
}
