package no.normverk.plans;

import no.normverk.authoring.Coded;
import no.normverk.authoring.LocalText;

/** What an intervention does (intervensjonstype). */
public enum InterventionType implements Coded {
    /** Looks, measures, asks. */
    OBSERVERE("observere", "Observere og vurdere", "Observere og vurdere", "Observe and assess"),
    /** Does something to or for the patient. */
    UTFORE("utfore", "Utføre og behandle", "Utføre og behandle", "Perform and treat"),
    /** Gives knowledge and training. */
    VEILEDE("veilede", "Informere og veilede", "Informere og rettleie", "Inform and guide"),
    /** Is there for the patient. */
    IVARETA("ivareta", "Ivareta og støtte", "Ivareta og støtte", "Care and support"),
    /** Brings in others. */
    SAMHANDLE("samhandle", "Organisere og samhandle", "Organisere og samhandle", "Organise and cooperate");

    private final Label label;

    InterventionType(String code, String nb, String nn, String en) {
        this.label = new Label(code, LocalText.of(nb, nn, en));
    }

    @Override
    public Label label() {
        return label;
    }
}
