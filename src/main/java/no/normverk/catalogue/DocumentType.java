package no.normverk.catalogue;

import no.normverk.authoring.Coded;
import no.normverk.authoring.LocalText;

/** What sort of document (or solution) a product is. The first four are the series of the Directorate's own numbers. */
public enum DocumentType implements Coded {
    /** Standard with functional or technical requirements on software, made in a full consensus process. */
    HIS("HIS", LocalText.of("HIS: standard", "HIS: standard", "HIS: standard")),
    /** Technical specification: requirements, but not the full standard process. */
    HITS("HITS", LocalText.of("HITS: teknisk spesifikasjon", "HITS: teknisk spesifikasjon", "HITS: technical specification")),
    /** Document without technical requirements of its own: guides, guidelines, reports. */
    HITR("HITR", LocalText.of("HITR: veiledende dokument", "HITR: rettleiande dokument", "HITR: guidance document")),
    /** Support document; the series was closed on 31 December 2018. */
    HISD("HISD", LocalText.of("HISD: støttedokument", "HISD: støttedokument", "HISD: support document")),
    /** FHIR implementation guide or set of FHIR profiles. */
    FHIR("fhir-profiler", LocalText.of("FHIR-profiler", "FHIR-profilar", "FHIR profiles")),
    /** A national solution that the regulation obliges organisations to use; not a document. */
    NASJONAL_LOSNING(
            "nasjonal-losning", LocalText.of("Nasjonal e-helseløsning", "Nasjonal e-helseløysing", "National solution"));

    private final Label label;

    DocumentType(String code, LocalText title) {
        this.label = new Label(code, title);
    }

    @Override
    public Label label() {
        return label;
    }
}
