package no.normverk.catalogue;

import no.normverk.authoring.Coded;
import no.normverk.authoring.LocalText;

/**
 * How strongly a product binds (normeringsnivå), weakest first. A standard is always recommended before it becomes mandatory;
 * the two lower levels may be skipped. Source: "Normerende produkter og normeringsnivå" and the management model, Direktoratet
 * for e-helse.
 */
public enum NormativeLevel implements Coded {
    /** Advice built on good practice from several organisations. */
    VEILEDER(
            "veileder",
            LocalText.of("Veileder", "Rettleiar", "Guide"),
            LocalText.of("kan", "kan", "can"),
            LocalText.of(
                    "Fritt valg; prosjekter bør vurdere å bruke den.",
                    "Fritt val; prosjekt bør vurdere å bruke han.",
                    "Free choice; projects should consider it.")),
    /** The national authority's view of good practice. */
    RETNINGSLINJE(
            "retningslinje",
            LocalText.of("Retningslinje", "Retningslinje", "Guideline"),
            LocalText.of("bør", "bør", "should"),
            LocalText.of(
                    "Kan fravikes etter en konkret og begrunnet vurdering når forholdene er spesielle.",
                    "Kan fråvikast etter ei konkret og grunngitt vurdering når tilhøva er spesielle.",
                    "May be departed from after a concrete, reasoned assessment in special circumstances.")),
    /** Recommended by a public authority, normally with the intention of becoming mandatory. */
    ANBEFALT_STANDARD(
            "anbefalt-standard",
            LocalText.of("Anbefalt standard", "Tilrådd standard", "Recommended standard"),
            LocalText.of("skal", "skal", "shall"),
            LocalText.of(
                    "Kan fravikes bare når det foreligger svært gode eller særlige grunner.",
                    "Kan fråvikast berre når det ligg føre svært gode eller særlege grunnar.",
                    "May be departed from only for very good or special reasons.")),
    /** Binding, with a legal basis in a regulation. */
    OBLIGATORISK_STANDARD(
            "obligatorisk-standard",
            LocalText.of("Obligatorisk standard", "Obligatorisk standard", "Mandatory standard"),
            LocalText.of("må", "må", "must"),
            LocalText.of(
                    "Kan fravikes bare når det er gitt unntak etter forskriften.",
                    "Kan fråvikast berre når det er gitt unntak etter forskrifta.",
                    "May be departed from only when an exemption has been granted under the regulation."));

    private final Label label;
    private final LocalText verb;
    private final LocalText deviation;

    NormativeLevel(String code, LocalText title, LocalText verb, LocalText deviation) {
        this.label = new Label(code, title);
        this.verb = verb;
        this.deviation = deviation;
    }

    @Override
    public Label label() {
        return label;
    }

    /** The modal verb the level is spoken with: kan, bør, skal or må. */
    public LocalText verb() {
        return verb;
    }

    /** When an organisation may do otherwise. */
    public LocalText deviation() {
        return deviation;
    }
}
