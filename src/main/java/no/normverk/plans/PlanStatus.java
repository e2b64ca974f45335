package no.normverk.plans;

import no.normverk.authoring.Coded;
import no.normverk.authoring.LocalText;

/** Where in its life a version of a plan is; FHIR's publication status. */
public enum PlanStatus implements Coded {
    DRAFT("draft", "Utkast", "Utkast", "Draft"),
    ACTIVE("active", "Godkjent", "Godkjend", "Approved"),
    RETIRED("retired", "Tilbaketrukket", "Trekt tilbake", "Retired");

    private final Label label;

    PlanStatus(String code, String nb, String nn, String en) {
        this.label = new Label(code, LocalText.of(nb, nn, en));
    }

    @Override
    public Label label() {
        return label;
    }
}
