package no.normverk.fhir.operation;

/** {@code $versions}: which FHIR versions this server speaks (FHIR R4B and later, also for R4 servers). */
final class VersionsOperation implements Operation {

    private static final String VERSION = "4.0";

    @Override
    public Answer answer(OperationRequest request) {
        return ParametersWriter.start()
                .string("version", VERSION)
                .string("default", VERSION)
                .answer();
    }
}
