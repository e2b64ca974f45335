package no.normverk.plans;

import no.normverk.authoring.Coded;
import no.normverk.authoring.LocalText;

/** What kind of evidence a plan is built on (kunnskapsgrunnlag). */
public enum EvidenceKind implements Coded {
    /** A national guideline. */
    RETNINGSLINJE("retningslinje", "Faglig retningslinje", "Fagleg retningslinje", "Clinical guideline"),
    /** Systematic reviews. */
    OPPSUMMERT_FORSKNING("oppsummert-forskning", "Oppsummert forskning", "Oppsummert forsking", "Summarised research"),
    /** Single studies. */
    FORSKNING("forskning", "Forskning", "Forsking", "Research"),
    /** Agreement among professionals. */
    ERFARING("erfaring", "Klinisk erfaring", "Klinisk erfaring", "Clinical experience"),
    /** What patients and relatives tell. */
    BRUKERERFARING("brukererfaring", "Brukererfaring", "Brukarerfaring", "User experience");

    private final Label label;

    EvidenceKind(String code, String nb, String nn, String en) {
        this.label = new Label(code, LocalText.of(nb, nn, en));
    }

    @Override
    public Label label() {
        return label;
    }
}
