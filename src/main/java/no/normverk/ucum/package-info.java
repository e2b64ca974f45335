/**
 * UCUM, the Unified Code for Units of Measure, as a code system: {@link no.normverk.ucum.Ucum}. Every expression of its grammar is a concept; parsing and canonical forms are done by the
 * library org.fhir:ucum from the definitions it brings (ucum-essence). This package knows nothing of HTTP, FHIR resources or other code systems.
 */
@NullMarked
package no.normverk.ucum;

import org.jspecify.annotations.NullMarked;
