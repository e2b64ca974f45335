package no.normverk.plans;

import no.normverk.authoring.Coded;
import no.normverk.authoring.LocalText;

/** Where in its life a version of a plan is; FHIR's publication status. */
public enum PlanStatus implements Coded {
    DRAFT("draft", "Utkast", "Utkast", "Draft"),
    ACTIVE("active", "Godkjent", "Godkjend", "Approved"),
    RETIRED("retired", "Tilbaketrukket", "Trekt tilbake", "Retired");

    private final String code;
    private final LocalText title;

    PlanStatus(String code, String nb, String nn, String en) {
        this.code = code;
        this.title = LocalText.of(nb, nn, en);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public LocalText title() {
        return title;
    }
}
