/**
 * Value sets: definitions, which concepts they hold, and expansions. {@link no.normverk.terminology.valueset.ValueSetEvaluator} turns a definition into sets of
 * ordinals per code system version; {@link no.normverk.terminology.valueset.Expander} pages through them.
 */
@NullMarked
package no.normverk.terminology.valueset;

import org.jspecify.annotations.NullMarked;
