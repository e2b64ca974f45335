package no.normverk.plans;

import no.normverk.terminology.Canonical;

/** The canonical URLs of what is authored here. */
public final class PlanAddress {

    private static final String BASE = "http://normverk.no/fhir/";

    private PlanAddress() {}

    /** The address of a plan, the same for all its versions. */
    static Canonical plan(String name, String version) {
        return new Canonical(BASE + "PlanDefinition/" + name, version);
    }

    /** The address of an intervention, the same in all versions of its plan. */
    static String activity(String plan, String intervention) {
        return BASE + "ActivityDefinition/" + plan + "-" + intervention;
    }
}
