package no.normverk.loading;

/** What a look into a file gave. */
sealed interface Recognition {
    /** A format of this package. */
    record Known(ContentFormat format) implements Recognition {}

    /** A release that becomes an edition. */
    record Release(EditionFormat format) implements Recognition {}

    /** @param why a sentence for people: what was seen, and what was expected of it */
    record Unknown(String why) implements Recognition {}
}
