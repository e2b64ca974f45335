package no.normverk.store;

import java.util.List;

/** The resource types that are kept, read and searched. Everything else that a package or Bundle holds is left out and told about. */
public final class ServedTypes {
    public static final List<String> ALL = List.of(
            "CodeSystem",
            "ValueSet",
            "ConceptMap",
            "NamingSystem",
            "Library",
            "PlanDefinition",
            "ActivityDefinition",
            "Basic",
            "DeviceDefinition",
            "VerificationResult",
            "StructureDefinition",
            "SearchParameter",
            "OperationDefinition");

    private ServedTypes() {}
}
