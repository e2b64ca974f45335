/**
 * The catalogue's face in FHIR R4: {@link no.normverk.fhir.catalogue.LibraryWriter} turns a normative product into a {@code
 * Library} that conforms to the profile {@code no-normerende-produkt}. Knows nothing of HTTP or of how products are read and
 * searched.
 */
@NullMarked
package no.normverk.fhir.catalogue;

import org.jspecify.annotations.NullMarked;
