package no.normverk.fhir.operation;

import java.time.InstantSource;
import no.normverk.terminology.closure.ClosureLimits;
import no.normverk.terminology.closure.ClosureTables;

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
                .on("ValueSet", "compare", new CompareOperation())
                .on("ConceptMap", "translate", new TranslateOperation())
                .on("ConceptMap", "closure", new ClosureOperation(new ClosureTables(ClosureLimits.DEFAULT, InstantSource.system())))
                .on(null, "versions", new VersionsOperation())
                .build();
    }
}
