package no.normverk.catalogue;

import java.util.Optional;
import no.normverk.authoring.Coded;
import no.normverk.authoring.LocalText;

/**
 * One thing that is different between two versions of a product.
 *
 * @param kind what sort of difference
 * @param field the field it is in: of the product, or of the obligation ({@code mustFrom})
 * @param before what the older one says; empty for something added
 * @param after what the newer one says; empty for something removed
 * @param obligationBefore the obligation of the older one that it is about
 * @param obligationAfter the obligation of the newer one that it is about
 * @param contentBefore the content that the older one binds
 * @param contentAfter the content that the newer one binds
 */
public record VersionDifference(
        Kind kind,
        String field,
        Optional<String> before,
        Optional<String> after,
        Optional<Obligation> obligationBefore,
        Optional<Obligation> obligationAfter,
        Optional<BoundContent> contentBefore,
        Optional<BoundContent> contentAfter) {

    /** The sorts of difference. */
    public enum Kind implements Coded {
        OBLIGATION_ADDED("obligation-added", LocalText.of("Forpliktelse lagt til", "Plikt lagd til", "Obligation added")),
        OBLIGATION_REMOVED("obligation-removed", LocalText.of("Forpliktelse fjernet", "Plikt fjerna", "Obligation removed")),
        OBLIGATION_RAISED("obligation-raised", LocalText.of("Forpliktelse hevet", "Plikt heva", "Obligation raised")),
        OBLIGATION_LOWERED("obligation-lowered", LocalText.of("Forpliktelse senket", "Plikt senka", "Obligation lowered")),
        OBLIGATION_MOVED("deadline-moved", LocalText.of("Frist flyttet", "Frist flytta", "Deadline moved")),
        CONTENT_ADDED("content-added", LocalText.of("Innhold lagt til", "Innhald lagt til", "Content added")),
        CONTENT_REMOVED("content-removed", LocalText.of("Innhold fjernet", "Innhald fjerna", "Content removed")),
        CONTENT_CHANGED("content-version", LocalText.of("Ny versjon av innhold", "Ny versjon av innhald", "Other version of content")),
        FIELD_CHANGED("field-changed", LocalText.of("Felt endret", "Felt endra", "Field changed"));

        private final Label label;

        Kind(String code, LocalText title) {
            this.label = new Label(code, title);
        }

        @Override
        public Label label() {
            return label;
        }
    }

    static VersionDifference field(String field, Optional<String> before, Optional<String> after) {
        return new VersionDifference(
                Kind.FIELD_CHANGED, field, before, after, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static VersionDifference obligation(Kind kind, String field, Optional<Obligation> before, Optional<Obligation> after, Optional<String> old, Optional<String> now) {
        return new VersionDifference(kind, field, old, now, before, after, Optional.empty(), Optional.empty());
    }

    static VersionDifference content(Kind kind, Optional<BoundContent> before, Optional<BoundContent> after) {
        return new VersionDifference(
                kind, "binds", before.map(BoundContent::reference), after.map(BoundContent::reference), Optional.empty(), Optional.empty(), before, after);
    }
}
