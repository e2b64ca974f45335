/** Tests of the compositional grammar: examples, error positions, random expressions and random damage. */
@NullMarked
package no.normverk.snomed.expression;

import org.jspecify.annotations.NullMarked;
