package no.normverk.store;

/**
 * A code system version that lives in a directory of its own and not in a resource.
 *
 * @param system canonical URL of the code system
 * @param version its business version
 * @param directory name of the directory below {@link DataDirectory#editions()}
 * @param digest SHA-256 of the content it was compiled from, as lower-case hexadecimal
 */
public record EditionEntry(String system, String version, String directory, String digest) {}
