package no.normverk.loading;

/** What a look into a file gave. */
sealed interface Recognition {
    /** A format of this package. */
    record Known(ContentFormat format) implements Recognition {}

    /** A release that becomes an edition. */
    record Release(EditionFormat format) implements Recognition {}

    /** A folder or zip archive that is no release as a whole: what is in it is looked at file by file. */
    record Folder() implements Recognition {}

    /** @param why a sentence for people: what was seen, and what was expected of it */
    record Unknown(String why) implements Recognition {}
}
