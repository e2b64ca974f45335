/**
 * Guiding plans (veiledende planer) for nursing: plan, problems, and the goals and interventions of each. {@link
 * no.normverk.plans.PlanReader} reads the folder of YAML files that plans are authored in, {@link
 * no.normverk.plans.GuidingPlans} holds the immutable {@link no.normverk.plans.GuidingPlan}s, {@link
 * no.normverk.plans.Selection} is what somebody chose from one, {@link no.normverk.plans.PlanComparison} and {@link
 * no.normverk.plans.ParentReview} tell how two versions and a plan and its parent differ, {@link no.normverk.plans.PlanCheck}
 * whether its codes still hold. Knows nothing of HTTP, FHIR, SQL or how it is served.
 */
@NullMarked
package no.normverk.plans;

import org.jspecify.annotations.NullMarked;
