package no.normverk.plans;

/**
 * What an element means to machines.
 *
 * @param system canonical URL of the code system; SNOMED CT in everything authored here
 * @param code the code, such as a SNOMED CT concept id
 */
public record PlanCode(String system, String code) {

    static final String SNOMED_CT = "http://snomed.info/sct";

    static PlanCode snomed(String id) {
        return new PlanCode(SNOMED_CT, id);
    }

    @Override
    public String toString() {
        return system + "|" + code;
    }
}
