/**
 * Answering expression constraints: {@link no.normverk.snomed.constraint.Planner} turns a tree of {@code
 * no.normverk.snomed.ecl} into a {@link no.normverk.snomed.constraint.Plan} for one edition, in which identifiers have become
 * ordinals, and {@link no.normverk.snomed.constraint.Evaluation} turns the plan into a set of concepts. {@link
 * no.normverk.snomed.constraint.ConstraintEvaluator} is the two together, from text to set, and {@link
 * no.normverk.snomed.constraint.SnomedEditions} opens editions that answer constraints.
 *
 * <p>The meaning is that of the Expression Constraint Language 2.2 (SNOMED International, "Expression Constraint Language -
 * Specification and Guide"). Sets are bitmaps of ordinals from end to end; no code is written out on the way. This package
 * knows nothing of FHIR.
 */
@NullMarked
package no.normverk.snomed.constraint;

import org.jspecify.annotations.NullMarked;
