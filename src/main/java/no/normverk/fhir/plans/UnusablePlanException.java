package no.normverk.fhir.plans;

/** A PlanDefinition that is no guiding plan: it says where and what was expected. */
public final class UnusablePlanException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    UnusablePlanException(String place, String found, String expected) {
        super("PlanDefinition." + place + ": found " + found + ", expected " + expected);
    }
}
