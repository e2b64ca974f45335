package no.normverk.fhir.server;

/**
 * Where a request goes.
 *
 * @param target what the path names
 * @param interaction what answers
 */
record Route(Target target, Interaction interaction) {}
