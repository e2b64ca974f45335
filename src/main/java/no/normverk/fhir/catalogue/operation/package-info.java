/**
 * The catalogue's questions as FHIR operations on {@code Library}: what is required, what changed, what is due, what is missing.
 * Parameters in, {@code Parameters} out; the deadlines as iCalendar and the changes as an Atom feed too. The answers themselves
 * are worked out in {@code no.normverk.catalogue.requirement}.
 */
@NullMarked
package no.normverk.fhir.catalogue.operation;

import org.jspecify.annotations.NullMarked;
