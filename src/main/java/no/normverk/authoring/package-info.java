/**
 * What all content that people write as YAML shares: files read with their line numbers and all their problems told at once
 * ({@link no.normverk.authoring.YamlDocument}, {@link no.normverk.authoring.YamlMapping}, {@link
 * no.normverk.authoring.AuthoringProblem}), texts in the three languages, dates of any precision, and closed vocabularies. Knows
 * nothing of what is written about.
 */
@NullMarked
package no.normverk.authoring;

import org.jspecify.annotations.NullMarked;
