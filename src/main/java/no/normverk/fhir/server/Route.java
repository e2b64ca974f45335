package no.normverk.fhir.server;

import ca.uhn.fhir.rest.api.RestOperationTypeEnum;

/**
 * Where a request goes.
 *
 * @param kind what HAPI's interceptors know it as
 * @param target what the path names
 * @param interaction what answers
 */
record Route(RestOperationTypeEnum kind, Target target, Interaction interaction) {}
