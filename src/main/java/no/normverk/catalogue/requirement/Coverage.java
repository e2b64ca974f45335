package no.normverk.catalogue.requirement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.normverk.authoring.Coded;
import no.normverk.authoring.LocalText;
import no.normverk.catalogue.NormativeProduct;

/**
 * How far what a system supports covers one requirement.
 *
 * @param requirement what is required
 * @param kind how far it is covered
 * @param by the supported products that cover it
 * @param until the last day it is covered, when that is known to end: something else is required then, or the support ends
 */
public record Coverage(Requirement requirement, Kind kind, List<NormativeProduct> by, Optional<LocalDate> until) {

    /** How far a requirement is covered. */
    public enum Kind implements Coded {
        /** What is required is supported. */
        MET("met", LocalText.of("Oppfylt", "Oppfylt", "Met")),
        /** One of several equal versions is supported, and that is enough. */
        MET_BY_ALTERNATIVE("met-by-alternative", LocalText.of("Oppfylt av sidestilt versjon", "Oppfylt av sidestilt versjon", "Met by an alternative")),
        /** Supported today; a later requirement, already decided, is not. */
        MET_UNTIL("met-until", LocalText.of("Oppfylt til og med", "Oppfylt til og med", "Met until")),
        /** Required, not supported. */
        MISSING("missing", LocalText.of("Mangler", "Manglar", "Missing")),
        /** Not supported, and an exemption frees from it. */
        EXEMPT("exempt", LocalText.of("Unntatt", "Unnateke", "Exempt")),
        /** Not supported, and not demanded on the day: it may be taken into use, or has no date. */
        NOT_REQUIRED("not-required", LocalText.of("Ikke påkrevd", "Ikkje kravd", "Not required"));

        private final Label label;

        Kind(String code, LocalText title) {
            this.label = new Label(code, title);
        }

        @Override
        public Label label() {
            return label;
        }
    }

    public Coverage {
        by = List.copyOf(by);
    }
}
