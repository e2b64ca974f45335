/** Conformance: HL7's terminology-ecosystem suite against the running server. */
@NullMarked
package no.normverk.conformance;

import org.jspecify.annotations.NullMarked;
