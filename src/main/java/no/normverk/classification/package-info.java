/**
 * Readers for classifications and code lists in the formats in which their owners publish them. Each gives a
 * {@link no.normverk.classification.Classification} or {@link no.normverk.classification.ClassificationMap}: concepts with parent, texts and properties, as the file has them. What
 * becomes of it, a FHIR resource or an edition, is not decided here; this package knows nothing of FHIR's JSON, HTTP or storage.
 */
@NullMarked
package no.normverk.classification;

import org.jspecify.annotations.NullMarked;
