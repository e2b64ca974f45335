package no.normverk.catalogue;

import no.normverk.authoring.Coded;
import no.normverk.authoring.LocalText;

/**
 * The six phases of the management model for normative products (forvaltningsfase), with a decision between each and the next. Source: "Forvaltningsmodell for normerende
 * produkter", Direktoratet for e-helse.
 */
public enum ManagementPhase implements Coded {
    /** A need is reported and weighed. */
    IDENTIFISERE_BEHOV("identifisere-behov", LocalText.of("Identifisere behov", "Identifisere behov", "Identify need")),
    /** The need and what could meet it are investigated. */
    UTREDE("utrede", LocalText.of("Utrede", "Greie ut", "Investigate")),
    /** A draft is made and anchored with those it concerns. */
    UTARBEIDE_UTKAST(
            "utarbeide-utkast",
            LocalText.of("Utarbeide utkast og forankre", "Utarbeide utkast og forankre", "Draft and anchor")),
    /** The draft is on hearing and is completed. */
    HORING(
            "horing",
            LocalText.of("Gjennomføre høring og ferdigstille", "Gjennomføre høyring og ferdigstille", "Consult and complete")),
    /** The product is taken into use. */
    REALISERE("realisere", LocalText.of("Realisere", "Realisere", "Realise")),
    /** The product is maintained, revised and at last phased out. */
    VEDLIKEHOLDE("vedlikeholde", LocalText.of("Vedlikeholde", "Halde ved like", "Maintain"));

    private final Label label;

    ManagementPhase(String code, LocalText title) {
        this.label = new Label(code, title);
    }

    @Override
    public Label label() {
        return label;
    }
}
