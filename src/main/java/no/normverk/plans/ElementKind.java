package no.normverk.plans;

import no.normverk.authoring.Coded;
import no.normverk.authoring.LocalText;

/** What the elements of a plan are. */
public enum ElementKind implements Coded {
    /** A nursing diagnosis or problem (sykepleiediagnose). */
    PROBLEM("problem", "Problem", "Problem", "Problem"),
    /** An outcome that is aimed at (resultatmål). */
    GOAL("goal", "Mål", "Mål", "Goal"),
    /** What is done (tiltak). */
    INTERVENTION("intervention", "Intervensjon", "Intervensjon", "Intervention");

    private final Label label;

    ElementKind(String code, String nb, String nn, String en) {
        this.label = new Label(code, LocalText.of(nb, nn, en));
    }

    @Override
    public Label label() {
        return label;
    }
}
