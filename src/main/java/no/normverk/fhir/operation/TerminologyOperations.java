package no.normverk.fhir.operation;

/** Everything this server offers on terminology. */
public final class TerminologyOperations {

    private TerminologyOperations() {}

    public static Operations all(ExpansionOptions expansion) {
        return Operations.builder()
                .on("CodeSystem", "lookup", new LookupOperation())
                .on("CodeSystem", "validate-code", new ValidateSystemCodeOperation())
                .on("CodeSystem", "batch-validate-code", new BatchValidateOperation(ValidateSystemCodeOperation::write))
                .on("CodeSystem", "subsumes", new SubsumesOperation())
                .on("ValueSet", "expand", new ExpandOperation(expansion))
                .on("ValueSet", "validate-code", new ValidateCodeOperation())
                .on("ValueSet", "batch-validate-code", new BatchValidateOperation(ValidateCodeOperation::write))
                .on("ConceptMap", "translate", new TranslateOperation())
                .on(null, "versions", new VersionsOperation())
                .build();
    }
}
