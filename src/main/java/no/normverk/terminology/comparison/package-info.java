/**
 * How two value sets relate: equal, one inside the other, overlapping, disjoint. {@link no.normverk.terminology.comparison.ValueSetComparer} decides from the definitions where it can,
 * and otherwise from the sets of concepts that they mean. Knows nothing of FHIR's operation or its messages.
 */
@NullMarked
package no.normverk.terminology.comparison;

import org.jspecify.annotations.NullMarked;
