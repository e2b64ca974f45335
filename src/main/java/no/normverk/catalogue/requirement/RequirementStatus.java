package no.normverk.catalogue.requirement;

import no.normverk.authoring.Coded;
import no.normverk.authoring.LocalText;

/** How a requirement stands on a day, the weakest first. */
public enum RequirementStatus implements Coded {
    /** It exists, but no source gives a day from which it binds, or its rollout was stopped. */
    UNDATED("undated", LocalText.of("Uten dato", "Utan dato", "Undated")),
    /** One may begin, and need not have begun yet. */
    PERMITTED("permitted", LocalText.of("Kan tas i bruk", "Kan takast i bruk", "May be taken into use")),
    /** It binds, and an exemption frees from it. */
    EXEMPT("exempt", LocalText.of("Unntatt", "Unnateke", "Exempt")),
    /** It binds. */
    BINDING("binding", LocalText.of("Gjelder", "Gjeld", "In force"));

    private final Label label;

    RequirementStatus(String code, LocalText title) {
        this.label = new Label(code, title);
    }

    @Override
    public Label label() {
        return label;
    }
}
