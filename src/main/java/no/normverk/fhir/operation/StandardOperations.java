package no.normverk.fhir.operation;

import static no.normverk.fhir.operation.Operations.Level.INSTANCE;
import static no.normverk.fhir.operation.Operations.Level.SYSTEM;
import static no.normverk.fhir.operation.Operations.Level.TYPE;

import java.util.List;
import java.util.Set;
import no.normverk.fhir.operation.Operations.Level;
import no.normverk.fhir.operation.Operations.Offer;
import org.jspecify.annotations.Nullable;

/**
 * Where the terminology operations may be called, by their definitions: our own, in {@code profiles}, for those that take parameters beyond FHIR R4's (4.0.1), whose {@code base} they name; FHIR R4's for others;
 * batch validation and comparison are of the HL7 terminology ecosystem.
 */
final class StandardOperations {

    private record Definition(@Nullable String type, String name, String canonical, Set<Level> levels, boolean affectsState) {}

    private static final String R4 = "http://hl7.org/fhir/OperationDefinition/";
    private static final String ECOSYSTEM = "http://hl7.org/fhir/uv/tx-ecosystem/OperationDefinition/";
    private static final String OURS = "http://normverk.no/fhir/OperationDefinition/";
    private static final Set<Level> TYPE_AND_INSTANCE = Set.of(TYPE, INSTANCE);

    /** Operations that can answer with a table. */
    private static final Set<String> TABLES = Set.of("diff", "upgrade-check", "map-coverage");

    private static final List<Definition> DEFINITIONS = List.of(
            new Definition("CodeSystem", "lookup", OURS + "CodeSystem-lookup", Set.of(TYPE), false),
            new Definition("CodeSystem", "validate-code", OURS + "CodeSystem-validate-code", TYPE_AND_INSTANCE, false),
            new Definition("CodeSystem", "subsumes", OURS + "CodeSystem-subsumes", TYPE_AND_INSTANCE, false),
            new Definition("CodeSystem", "find-matches", R4 + "CodeSystem-find-matches", TYPE_AND_INSTANCE, false),
            new Definition("CodeSystem", "batch-validate-code", R4 + "CodeSystem-batch-validate-code", Set.of(TYPE), false),
            new Definition("CodeSystem", "diff", OURS + "CodeSystem-diff", TYPE_AND_INSTANCE, false),
            new Definition("CodeSystem", "upgrade-check", OURS + "CodeSystem-upgrade-check", Set.of(TYPE), false),
            new Definition("ValueSet", "expand", OURS + "ValueSet-expand", TYPE_AND_INSTANCE, false),
            new Definition("ValueSet", "validate-code", OURS + "ValueSet-validate-code", TYPE_AND_INSTANCE, false),
            new Definition("ValueSet", "batch-validate-code", R4 + "ValueSet-batch-validate-code", Set.of(TYPE), false),
            new Definition("ValueSet", "compare", R4 + "ValueSet-compare", TYPE_AND_INSTANCE, false),
            new Definition("ConceptMap", "translate", OURS + "ConceptMap-translate", TYPE_AND_INSTANCE, false),
            new Definition("ConceptMap", "map-coverage", OURS + "ConceptMap-map-coverage", TYPE_AND_INSTANCE, false),
            new Definition("ConceptMap", "closure", R4 + "ConceptMap-closure", Set.of(SYSTEM, TYPE), true),
            new Definition("NamingSystem", "preferred-id", R4 + "NamingSystem-preferred-id", Set.of(TYPE), false),
            new Definition("PlanDefinition", "apply", OURS + "PlanDefinition-apply", TYPE_AND_INSTANCE, false),
            new Definition("PlanDefinition", "plan-diff", OURS + "PlanDefinition-plan-diff", TYPE_AND_INSTANCE, false),
            new Definition("PlanDefinition", "plan-check", OURS + "PlanDefinition-plan-check", TYPE_AND_INSTANCE, false),
            new Definition(null, "cache-control", ECOSYSTEM + "cache-control", Set.of(SYSTEM), true),
            new Definition(null, "versions", R4 + "CapabilityStatement-versions", Set.of(SYSTEM), false));

    private StandardOperations() {}

    static Offer offer(@Nullable String type, String name, Operation operation) {
        for (Definition definition : DEFINITIONS) {
            if (definition.name.equals(name) && (type == null ? definition.type == null : type.equals(definition.type))) {
                return new Offer(
                        type,
                        name,
                        definition.canonical,
                        definition.levels,
                        definition.affectsState,
                        TABLES.contains(name) ? List.of(CsvTable.MEDIA_TYPE) : List.of(),
                        operation);
            }
        }
        throw new IllegalArgumentException("no definition of $" + name + " on " + type + " is known");
    }
}
