package no.normverk.fhir.plans;

import java.time.LocalDate;
import no.normverk.terminology.Languages;
import org.jspecify.annotations.Nullable;

/**
 * For whom and how a plan is applied. What is in it goes into the answer and nowhere else.
 *
 * @param subject reference to the patient
 * @param encounter reference to the encounter, or {@code null}
 * @param practitioner reference to who applies it, or {@code null}
 * @param organization reference to the organisation, or {@code null}
 * @param date the first day of the plan
 * @param languages what the texts shall be in
 * @param form what the resources come in
 */
public record PlanRequest(
        String subject,
        @Nullable String encounter,
        @Nullable String practitioner,
        @Nullable String organization,
        LocalDate date,
        Languages languages,
        Form form) {

    /** What the resources come in. */
    public enum Form {
        /** A CarePlan with everything else contained, as R4 defines the operation. */
        CONTAINED("contained"),
        /** A transaction that creates each resource. */
        BUNDLE("bundle");

        private final String code;

        Form(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
