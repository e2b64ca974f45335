/**
 * The FHIR R4 face: what the engine answers, as FHIR over HTTP. Operations turn parameters into questions and answers into JSON; everything HTTP is in
 * {@code fhir.server}.
 */
@NullMarked
package no.normverk.fhir;

import org.jspecify.annotations.NullMarked;
