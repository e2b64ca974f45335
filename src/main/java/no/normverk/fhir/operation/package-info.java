/**
 * FHIR operations: {@link no.normverk.fhir.operation.OperationRequest} in, {@link no.normverk.fhir.operation.Answer} out. An operation reads its
 * parameters, asks the engine and writes the answer as JSON; it knows nothing of servlets or HAPI.
 */
@NullMarked
package no.normverk.fhir.operation;

import org.jspecify.annotations.NullMarked;
