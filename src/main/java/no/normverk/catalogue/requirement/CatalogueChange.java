package no.normverk.catalogue.requirement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.normverk.authoring.Coded;
import no.normverk.authoring.LocalText;
import no.normverk.authoring.PartialDate;
import no.normverk.catalogue.Deadline;
import no.normverk.catalogue.NormativeProduct;
import no.normverk.catalogue.Obligation;
import no.normverk.catalogue.Revision;

/**
 * Something that was decided or published.
 *
 * @param kind what sort of change
 * @param date when, as precise as its source
 * @param product of which product
 * @param obligations the decisions, when it is one on obligations; several when they say the same of different actors
 * @param before the decision that stood until then, when one did
 * @param moved the deadline that was moved
 * @param revision the revision of the product's text
 */
public record CatalogueChange(
        Kind kind,
        PartialDate date,
        NormativeProduct product,
        List<Obligation> obligations,
        Optional<Obligation> before,
        Optional<Moved> moved,
        Optional<Revision> revision) {

    /**
     * A deadline before and after.
     *
     * @param field {@code mayFrom}, {@code mustFrom} or {@code until}
     * @param before what it was; empty when there was none
     * @param after what it is; empty when there is none any more
     */
    public record Moved(String field, Optional<Deadline> before, Optional<Deadline> after) {}

    /** The sorts of change. */
    public enum Kind implements Coded {
        /** A product was first published. */
        PUBLISHED("published", LocalText.of("Utgitt", "Utgitt", "Published")),
        /** An obligation that was not there before. */
        NEW("new", LocalText.of("Ny forpliktelse", "Ny plikt", "New obligation")),
        /** The level became stronger. */
        RAISED("raised", LocalText.of("Nivået er hevet", "Nivået er heva", "Level raised")),
        /** The level became weaker. */
        LOWERED("lowered", LocalText.of("Nivået er senket", "Nivået er senka", "Level lowered")),
        /** A deadline was moved. */
        MOVED("moved", LocalText.of("Fristen er flyttet", "Fristen er flytta", "Deadline moved")),
        /** An end was set. */
        ENDED("ended", LocalText.of("Sluttdato er satt", "Sluttdato er sett", "End set")),
        /** Decided anew, with the same level and dates. */
        CHANGED("changed", LocalText.of("Besluttet på nytt", "Vedteke på nytt", "Decided anew")),
        /** An error in the text was corrected. */
        ERRATA("errata", LocalText.of("Errata", "Errata", "Errata")),
        /** Something was added to the text. */
        ADDENDUM("addendum", LocalText.of("Addendum", "Addendum", "Addendum")),
        /** The text was made clearer. */
        PRESISERING("presisering", LocalText.of("Presisering", "Presisering", "Clarification")),
        /** The text was changed, and the source does not say how. */
        REVISED("revised", LocalText.of("Oppdatert", "Oppdatert", "Revised")),
        /** The product left the catalogue. */
        WITHDRAWN("withdrawn", LocalText.of("Utgått", "Utgått", "Withdrawn"));

        private final Label label;

        Kind(String code, LocalText title) {
            this.label = new Label(code, title);
        }

        @Override
        public Label label() {
            return label;
        }
    }

    public CatalogueChange {
        obligations = List.copyOf(obligations);
    }

    /** The day on which it was known for certain. */
    public LocalDate knownOn() {
        return date.latest();
    }
}
