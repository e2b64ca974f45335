/**
 * SNOMED CT compositional grammar 2 as text and tree: {@link no.normverk.snomed.expression.ExpressionParser} reads a
 * postcoordinated expression into an {@link no.normverk.snomed.expression.Expression}, {@link
 * no.normverk.snomed.expression.ExpressionPrinter} writes it back with or without terms, and an {@link
 * no.normverk.snomed.expression.ExpressionSyntaxException} tells where a text is wrong. Every type of the tree names the rule of
 * the official ABNF that it stands for. This package must not know concepts, editions or whether an expression makes sense.
 */
@NullMarked
package no.normverk.snomed.expression;

import org.jspecify.annotations.NullMarked;
