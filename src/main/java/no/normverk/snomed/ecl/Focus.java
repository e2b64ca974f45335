package no.normverk.snomed.ecl;

import java.util.Optional;
import no.normverk.snomed.syntax.Lexical;

/** {@code eclFocusConcept} or a constraint in brackets: where a sub-expression starts. */
public sealed interface Focus permits ConceptReference, Focus.Wildcard, Focus.AlternateIdentifier, Focus.Nested {
    /** {@code wildCard}: every concept. */
    record Wildcard() implements Focus {}

    /**
     * {@code altIdentifier}: the concept with this code in another identifier scheme.
     *
     * @param scheme alias of the scheme as written, for example {@code LOINC}
     * @param code code in that scheme; not empty, without quotation marks and backslashes
     * @param term what the author wrote between pipes
     */
    record AlternateIdentifier(String scheme, String code, Optional<String> term) implements Focus {
        public AlternateIdentifier {
            Shape.alias(scheme);
            Shape.legal(!code.isEmpty() && code.indexOf('"') < 0 && code.indexOf('\\') < 0, Shape.string(code), "a code");
            term.ifPresent(Lexical::term);
        }
    }

    /** {@code "(" ws expressionConstraint ws ")"}. Brackets are kept even where they change nothing. */
    record Nested(EclExpression expression) implements Focus {}
}
