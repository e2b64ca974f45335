/**
 * Closure tables (FHIR R4, 4.7.12): for callers who keep a table of which of their codes subsumes which, what each new code adds to it. {@link no.normverk.terminology.closure.ClosureTables}
 * holds the tables in memory. Knows nothing of ConceptMaps.
 */
@NullMarked
package no.normverk.terminology.closure;

import org.jspecify.annotations.NullMarked;
