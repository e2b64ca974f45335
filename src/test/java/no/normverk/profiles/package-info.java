/** Everything that the server defines or generates, against its own profiles and FHIR R4, with HAPI's validator. */
@NullMarked
package no.normverk.profiles;

import org.jspecify.annotations.NullMarked;
