/** Writing JSON fast: {@link no.normverk.fhir.json.JsonOut} appends UTF-8 to one growing buffer and knows nothing of FHIR. */
@NullMarked
package no.normverk.fhir.json;

import org.jspecify.annotations.NullMarked;
