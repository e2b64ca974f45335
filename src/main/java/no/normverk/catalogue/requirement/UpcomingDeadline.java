package no.normverk.catalogue.requirement;

import java.util.List;
import java.util.Optional;
import no.normverk.authoring.Coded;
import no.normverk.authoring.LocalText;
import no.normverk.authoring.PartialDate;
import no.normverk.catalogue.Exemption;
import no.normverk.catalogue.NormativeProduct;
import no.normverk.catalogue.Obligation;

/**
 * A day on which something is due.
 *
 * @param requirement the requirement it belongs to, as {@link Requirement#id()}
 * @param kind what is due
 * @param date the day, as precise as its source; empty when it is unknown
 * @param unknown why it is unknown
 * @param products the products it is about: several when equal versions share it
 * @param obligations the decisions that set it
 * @param exemption the exemption that ends
 */
public record UpcomingDeadline(
        String requirement,
        Kind kind,
        Optional<PartialDate> date,
        Optional<String> unknown,
        List<NormativeProduct> products,
        List<Obligation> obligations,
        Optional<Exemption> exemption) {

    /** What is due on a day. */
    public enum Kind implements Coded {
        /** The first day one may begin. */
        MAY_FROM("may-from", LocalText.of("Kan tas i bruk fra", "Kan takast i bruk frå", "May be taken into use from")),
        /** The first day one must have begun. */
        MUST_FROM("must-from", LocalText.of("Frist", "Frist", "Deadline")),
        /** The last day it binds. */
        UNTIL("until", LocalText.of("Gjelder til og med", "Gjeld til og med", "In force until")),
        /** The last day of an exemption. */
        EXEMPTION_UNTIL("exemption-until", LocalText.of("Unntaket varer til og med", "Unntaket varer til og med", "Exemption lasts until"));

        private final Label label;

        Kind(String code, LocalText title) {
            this.label = new Label(code, title);
        }

        @Override
        public Label label() {
            return label;
        }
    }

    public UpcomingDeadline {
        products = List.copyOf(products);
        obligations = List.copyOf(obligations);
    }
}
