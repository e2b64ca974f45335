/**
 * Real clients against the running server: HL7's validator and HAPI's, each with its own terminology client, which send what such programs send and read the answers as they
 * do. They know the server by its address alone.
 */
@NullMarked
package no.normverk.clients;

import org.jspecify.annotations.NullMarked;
