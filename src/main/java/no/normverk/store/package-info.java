/**
 * The system of record: every version of every FHIR resource, and a log of every change. {@link no.normverk.store.StoredResource} is one version of
 * one resource as bytes; this package does not look inside them and knows nothing of terminology.
 */
@NullMarked
package no.normverk.store;

import org.jspecify.annotations.NullMarked;
