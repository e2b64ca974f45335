package no.normverk.plans;

import no.normverk.authoring.Coded;
import no.normverk.authoring.LocalText;

/** How a plan in zones tells how things stand (sone): HL7 Norway shows green, yellow and red. */
public enum ZoneColour implements Coded {
    /** As usual. */
    GRONN("gronn", "Grønn", "Grøn", "Green"),
    /** Worse than usual. */
    GUL("gul", "Gul", "Gul", "Yellow"),
    /** Seek help. */
    ROD("rod", "Rød", "Raud", "Red");

    private final Label label;

    ZoneColour(String code, String nb, String nn, String en) {
        this.label = new Label(code, LocalText.of(nb, nn, en));
    }

    @Override
    public Label label() {
        return label;
    }
}
