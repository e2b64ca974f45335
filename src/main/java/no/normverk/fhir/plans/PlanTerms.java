package no.normverk.fhir.plans;

/** The URLs that plans are written with: our profiles, extensions and code systems, and those of FHIR that they use. */
public final class PlanTerms {

    private static final String BASE = "http://normverk.no/fhir/";

    /** Code system of the flags that the server puts on plans as tags. */
    public static final String FLAGS = BASE + "CodeSystem/planflagg";
    /** Flag of a plan with a code that the loaded edition does not have, or has no longer. */
    public static final String UNRESOLVED = "uavklart-kode";
    /** Flag of a plan whose parent has a newer version in force. */
    public static final String DUE_FOR_REVIEW = "revideres";

    static final String PLAN_PROFILE = extension("no-veiledende-plan");
    static final String ACTIVITY_PROFILE = extension("no-plan-intervensjon");
    static final String CARE_PLAN_PROFILE = extension("no-plan-careplan");
    static final String GOAL_PROFILE = extension("no-plan-goal");

    static final String TIER = "niva";
    static final String CONTEXT = codeSystem("plankontekst");
    static final String USAGE_CONTEXT = "http://terminology.hl7.org/CodeSystem/usage-context-type";
    static final String TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation";
    static final String PERTAINS_TO_GOAL = "http://hl7.org/fhir/StructureDefinition/resource-pertainsToGoal";

    private PlanTerms() {}

    static String codeSystem(String id) {
        return BASE + "CodeSystem/" + id;
    }

    static String extension(String id) {
        return BASE + "StructureDefinition/" + id;
    }
}
