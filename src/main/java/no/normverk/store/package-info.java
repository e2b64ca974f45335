/**
 * The system of record: every version of every FHIR resource, and a log of every change. {@link no.normverk.store.ResourceStore}
 * keeps them in one SQLite file of a {@link no.normverk.store.DataDirectory}; {@link no.normverk.store.StoredResource} is one
 * version of one resource as bytes, and {@link no.normverk.store.Load} everything that changes together. This package does not
 * look inside resources and knows nothing of terminology.
 */
@NullMarked
package no.normverk.store;

import org.jspecify.annotations.NullMarked;
