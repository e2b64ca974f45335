package no.normverk.plans;

import no.normverk.authoring.Coded;
import no.normverk.authoring.LocalText;

/** What a goal wants of the problem (måltype). */
public enum GoalType implements Coded {
    /** The problem lessens or goes away. */
    BEDRING("bedring", "Bedring", "Betring", "Improvement"),
    /** It does not get worse. */
    STABILISERING("stabilisering", "Stabilisering", "Stabilisering", "Stabilisation"),
    /** It does not occur. */
    FOREBYGGING("forebygging", "Forebygging", "Førebygging", "Prevention"),
    /** The patient knows, decides and manages. */
    MESTRING("mestring", "Mestring", "Meistring", "Coping");

    private final Label label;

    GoalType(String code, String nb, String nn, String en) {
        this.label = new Label(code, LocalText.of(nb, nn, en));
    }

    @Override
    public Label label() {
        return label;
    }
}
