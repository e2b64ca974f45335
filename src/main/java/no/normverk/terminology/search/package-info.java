/**
 * Finding concepts by words: folding of Norwegian text, words, ranking. {@link no.normverk.terminology.search.TextSearch} is the question;
 * small systems answer it by looking at every text, editions by an index. Knows nothing of files or value sets.
 */
@NullMarked
package no.normverk.terminology.search;

import org.jspecify.annotations.NullMarked;
