/**
 * What the server says, in English, bokmål and nynorsk. {@link no.normverk.fhir.message.Messages} turns the engine's messages into text. The English texts of messages that
 * HL7's terminology services share are theirs, word for word, for clients compare them.
 */
@NullMarked
package no.normverk.fhir.message;

import org.jspecify.annotations.NullMarked;
