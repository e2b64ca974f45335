package no.normverk.store;

/** Where the content of a load came from. */
public enum LoadKind {
    /** Files that somebody asked to load. */
    FILES,
    /** The content directories, brought into the store when a server starts. */
    CONTENT
}
