package no.normverk.catalogue;

import no.normverk.authoring.Coded;
import no.normverk.authoring.LocalText;

/** The layers of the European Interoperability Framework that norms can address. */
public enum EifLayer implements Coded {
    /** Law and agreements. */
    JURIDISK("juridisk", LocalText.of("Juridisk", "Juridisk", "Legal")),
    /** Processes, roles and responsibility. */
    ORGANISATORISK("organisatorisk", LocalText.of("Organisatorisk", "Organisatorisk", "Organisational")),
    /** Meaning: terminology and information models. */
    SEMANTISK("semantisk", LocalText.of("Semantisk", "Semantisk", "Semantic")),
    /** Formats, protocols and interfaces. */
    TEKNISK("teknisk", LocalText.of("Teknisk", "Teknisk", "Technical"));

    private final Label label;

    EifLayer(String code, LocalText title) {
        this.label = new Label(code, title);
    }

    @Override
    public Label label() {
        return label;
    }
}
