package no.normverk.fhir.operation;

/** One FHIR operation. */
@FunctionalInterface
public interface Operation {

    /** Answers; what is wrong with the request is an answer too, an OperationOutcome with its status. */
    Answer answer(OperationRequest request);
}
