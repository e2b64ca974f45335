/**
 * Guiding plans' face in FHIR R4: {@link no.normverk.fhir.plans.PlanDefinitionWriter} and {@link
 * no.normverk.fhir.plans.ActivityDefinitionWriter} write a plan as resources, {@link
 * no.normverk.fhir.plans.PlanDefinitionReader} reads it back, whoever wrote it, {@link
 * no.normverk.fhir.plans.CarePlanWriter} writes what {@code $apply} answers. Knows nothing of HTTP.
 */
@NullMarked
package no.normverk.fhir.plans;

import org.jspecify.annotations.NullMarked;
