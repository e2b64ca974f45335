/**
 * The characters of SNOMED's languages: what the Expression Constraint Language and the compositional grammar share below their
 * grammars. {@link no.normverk.snomed.syntax.TextCursor} walks a text, {@link no.normverk.snomed.syntax.Lexical} knows which
 * identifiers, terms and characters are legal, and {@link no.normverk.snomed.syntax.SyntaxProblem} says where a text went wrong.
 * This package knows neither language and no concept.
 */
@NullMarked
package no.normverk.snomed.syntax;

import org.jspecify.annotations.NullMarked;
