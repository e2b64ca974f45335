/**
 * Everything HTTP under {@code /fhir}: routing, bodies, content negotiation, errors, read, search and capabilities.
 * {@link no.normverk.fhir.server.FhirServerConfiguration} assembles it; {@link no.normverk.fhir.server.FhirServer} is the servlet. Answers are bytes and
 * are sent from one place. It knows nothing of how an operation comes to its answer.
 */
@NullMarked
package no.normverk.fhir.server;

import org.jspecify.annotations.NullMarked;
