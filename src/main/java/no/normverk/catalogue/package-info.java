/**
 * The catalogue of normative products: what a Norwegian health care system can, should, shall or must follow, from when and by
 * whose decision. {@link no.normverk.catalogue.CatalogueReader} reads the folder of YAML files the catalogue is authored in,
 * {@link no.normverk.catalogue.Catalogue} holds the immutable {@link no.normverk.catalogue.NormativeProduct}s with their
 * {@link no.normverk.catalogue.Obligation}s and answers searches. Knows nothing of HTTP, FHIR, SQL or how it is served.
 */
@NullMarked
package no.normverk.catalogue;

import org.jspecify.annotations.NullMarked;
