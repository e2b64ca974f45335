package no.normverk.plans;

import no.normverk.authoring.Coded;
import no.normverk.authoring.LocalText;

/** Who decides a plan (nivå): national plans are adapted regionally, and both locally. */
public enum Tier implements Coded {
    /** For the whole country. */
    NASJONAL("nasjonal", "Nasjonal", "Nasjonal", "National"),
    /** For a health region. */
    REGIONAL("regional", "Regional", "Regional", "Regional"),
    /** For one hospital, municipality or unit. */
    LOKAL("lokal", "Lokal", "Lokal", "Local");

    private final Label label;

    Tier(String code, String nb, String nn, String en) {
        this.label = new Label(code, LocalText.of(nb, nn, en));
    }

    @Override
    public Label label() {
        return label;
    }
}
