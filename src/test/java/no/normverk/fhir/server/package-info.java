@NullMarked
package no.normverk.fhir.server;

import org.jspecify.annotations.NullMarked;
