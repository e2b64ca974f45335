package no.normverk.loading;

import java.util.Set;

/** The resource types that are kept. Everything else that a package or Bundle holds is left out and told about. */
public final class ServedTypes {
    public static final Set<String> ALL = Set.of(
            "CodeSystem",
            "ValueSet",
            "ConceptMap",
            "NamingSystem",
            "Library",
            "StructureDefinition",
            "SearchParameter",
            "OperationDefinition");

    private ServedTypes() {}
}
