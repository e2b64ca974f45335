/**
 * SNOMED CT: from RF2 release files to a compiled edition, and the edition opened as a code system version.
 *
 * <p>{@link no.normverk.snomed.SnomedCompiler} reads release packages ({@link no.normverk.snomed.Rf2Package}) and writes an
 * edition; {@link no.normverk.snomed.SnomedEdition} opens it. A {@code SnomedEdition} answers what every code system answers, and
 * beyond that the questions only SNOMED CT has: attribute relationships and their inverse, concrete values, descriptions with
 * their standing per dialect, reference sets with all their columns. In all of these a concept is an ordinal, and any other
 * component is its SCTID as a {@code long}.
 *
 * <p>This package knows nothing of HTTP, FHIR resources, SQL or other code systems.
 */
@NullMarked
package no.normverk.snomed;

import org.jspecify.annotations.NullMarked;
