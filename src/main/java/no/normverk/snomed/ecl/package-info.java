/**
 * The Expression Constraint Language 2.2 as text and tree, a small world of its own: {@link no.normverk.snomed.ecl.EclParser}
 * reads the brief and the long form into an {@link no.normverk.snomed.ecl.EclExpression}, {@link
 * no.normverk.snomed.ecl.EclPrinter} writes the tree back in its canonical brief form, and an {@link
 * no.normverk.snomed.ecl.EclSyntaxException} tells where a text is wrong. Every type of the tree names the rule of the official
 * ABNF that it stands for. This package must not know concepts, editions or how a constraint is answered.
 */
@NullMarked
package no.normverk.snomed.ecl;

import org.jspecify.annotations.NullMarked;
