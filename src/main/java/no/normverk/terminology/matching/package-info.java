/**
 * Finding codes by what is known of a concept: {@link no.normverk.terminology.matching.ConceptMatcher} looks for concepts with given properties, and tells which of them each found concept lacks.
 */
@NullMarked
package no.normverk.terminology.matching;

import org.jspecify.annotations.NullMarked;
