/** Reads CodeSystem, ValueSet and ConceptMap resources, as JSON, into the engine's definitions, and assembles a registry from stored resources. */
@NullMarked
package no.normverk.fhir.definition;

import org.jspecify.annotations.NullMarked;
