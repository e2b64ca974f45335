/**
 * Finds FHIR resources: {@link no.normverk.fhir.resource.ResourceIndex} is an immutable index over the current version of every
 * stored resource, {@link no.normverk.fhir.resource.SearchParameters} says what can be searched for, {@link
 * no.normverk.fhir.resource.Search} is one question. Resources are bytes here and stay bytes in the answer; on its way into the
 * store a resource is a {@link no.normverk.fhir.resource.ResourceDocument}. It knows nothing of HTTP or HAPI.
 */
@NullMarked
package no.normverk.fhir.resource;

import org.jspecify.annotations.NullMarked;
