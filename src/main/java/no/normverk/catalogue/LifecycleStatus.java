package no.normverk.catalogue;

import no.normverk.authoring.Coded;
import no.normverk.authoring.LocalText;

/**
 * Where in its life a product is, independent of its level. Source: the status list of Referansekatalogen for e-helse (2 April
 * 2019), with the two early statuses of Reguleringsplan for e-helse; {@link #STANSET} is ours, for a product whose rollout was
 * stopped without a replacement.
 */
public enum LifecycleStatus implements Coded {
    /** A need is recognised, nothing covers it. */
    UDEKKET_BEHOV("udekket-behov", LocalText.of("Udekket behov", "Udekt behov", "Uncovered need")),
    /** Being made. */
    UNDER_UTVIKLING("under-utvikling", LocalText.of("Under utvikling", "Under utvikling", "In development")),
    /** To be tried, with a view to replacing a mandatory standard. */
    UNDER_UTPROVING("under-utproving", LocalText.of("Under utprøving", "Under utprøving", "On trial")),
    /** From recommended for use until earlier versions are out of use; product pages also say "under innføring". */
    UNDER_INNFASING("under-innfasing", LocalText.of("Under innfasing", "Under innfasing", "Being phased in")),
    /** From the end of phasing in until phasing out begins. */
    AKTIV("aktiv", LocalText.of("Aktiv", "Aktiv", "Active")),
    /** Planned to go out of use. */
    UNDER_UTFASING("under-utfasing", LocalText.of("Under utfasing", "Under utfasing", "Being phased out")),
    /** Withdrawn or replaced: no longer to be used. */
    UTGATT("utgatt", LocalText.of("Utgått", "Utgått", "Withdrawn")),
    /** Its rollout was stopped. */
    STANSET("stanset", LocalText.of("Stanset", "Stansa", "Stopped"));

    private final Label label;

    LifecycleStatus(String code, LocalText title) {
        this.label = new Label(code, title);
    }

    @Override
    public Label label() {
        return label;
    }
}
