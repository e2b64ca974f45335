package no.normverk.plans;

import no.normverk.authoring.Coded;
import no.normverk.authoring.LocalText;

/** Where in the services a plan is used (omsorgsnivå). */
public enum CareLevel implements Coded {
    /** Hospitals and other specialist care. */
    SPESIALISTHELSETJENESTE("spesialisthelsetjeneste", "Spesialisthelsetjeneste", "Spesialisthelseteneste", "Specialist health services"),
    /** Nursing homes, home care, health centres. */
    KOMMUNAL_HELSE_OG_OMSORG("kommunal-helse-og-omsorg", "Kommunal helse- og omsorgstjeneste", "Kommunal helse- og omsorgsteneste", "Municipal health and care services"),
    /** What patients do themselves, by agreement. */
    EGENBEHANDLING("egenbehandling", "Egenbehandling", "Eigenbehandling", "Self-management");

    private final Label label;

    CareLevel(String code, String nb, String nn, String en) {
        this.label = new Label(code, LocalText.of(nb, nn, en));
    }

    @Override
    public Label label() {
        return label;
    }
}
