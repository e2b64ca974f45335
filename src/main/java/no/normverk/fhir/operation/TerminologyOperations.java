package no.normverk.fhir.operation;

import java.time.InstantSource;
import no.normverk.fhir.plans.PlanSource;
import no.normverk.terminology.closure.ClosureLimits;
import no.normverk.terminology.closure.ClosureTables;

/** Everything this server offers on terminology. */
public final class TerminologyOperations {

    private TerminologyOperations() {}

    public static Operations all(ExpansionOptions expansion) {
        return builder(expansion).build();
    }

    /** The same, for others to be added to. */
    public static Operations.Builder builder(ExpansionOptions expansion) {
        ResourceCaches caches = new ResourceCaches(ResourceCacheLimits.DEFAULT, InstantSource.system());
        ClosureTables closures = new ClosureTables(ClosureLimits.DEFAULT, InstantSource.system());
        PlanSource plans = new PlanSource();
        return new Collected(caches)
                .on("CodeSystem", "lookup", new LookupOperation())
                .on("CodeSystem", "validate-code", new ValidateSystemCodeOperation())
                .on("CodeSystem", "batch-validate-code", new BatchValidateOperation(ValidateSystemCodeOperation::write))
                .on("CodeSystem", "subsumes", new SubsumesOperation())
                .on("CodeSystem", "find-matches", new FindMatchesOperation())
                .on("CodeSystem", "diff", new DiffOperation())
                .on("CodeSystem", "upgrade-check", new UpgradeCheckOperation())
                .on("ValueSet", "expand", new ExpandOperation(expansion))
                .on("ValueSet", "validate-code", new ValidateCodeOperation())
                .on("ValueSet", "batch-validate-code", new BatchValidateOperation(ValidateCodeOperation::write))
                .on("ValueSet", "compare", new CompareOperation())
                .on("ConceptMap", "translate", new TranslateOperation())
                .on("ConceptMap", "map-coverage", new MapCoverageOperation())
                .on("ConceptMap", "closure", new ClosureOperation(closures))
                .on("NamingSystem", "preferred-id", new PreferredIdOperation())
                .operations
                .on("PlanDefinition", "apply", new ApplyPlanOperation(plans))
                .on("PlanDefinition", "plan-diff", new PlanDiffOperation(plans))
                .on("PlanDefinition", "plan-check", new PlanCheckOperation(plans))
                .on(null, "versions", new VersionsOperation())
                .on(null, "cache-control", new CacheControlOperation(caches));
    }

    /** Operations that see what their callers left with the server. */
    private record Collected(Operations.Builder operations, ResourceCaches caches) {

        Collected(ResourceCaches caches) {
            this(Operations.builder(), caches);
        }

        Collected on(String type, String name, Operation operation) {
            operations.on(type, name, new CachingOperation(operation, caches));
            return this;
        }
    }
}
