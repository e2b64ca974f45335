/**
 * Is this code valid? {@link no.normverk.terminology.validation.CodeValidator} answers for a value set or a code system, with everything there is to say about the
 * code, its version and its display, as issues.
 */
@NullMarked
package no.normverk.terminology.validation;

import org.jspecify.annotations.NullMarked;
