package no.normverk.fhir.server;

/**
 * Which software answers.
 *
 * @param version the build's version
 * @param releaseDate when it was built, in FHIR's lexical form
 */
public record SoftwareVersion(String version, String releaseDate) {}
