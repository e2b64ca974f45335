package no.normverk.snomed.expression;

import java.math.BigDecimal;
import no.normverk.snomed.syntax.Lexical;

/** {@code attributeValue}: a concept, an expression in brackets, or a concrete value. */
public sealed interface AttributeValue
        permits ConceptReference, SubExpression, AttributeValue.Number, AttributeValue.Text, AttributeValue.Bool {
    /** {@code "#" numericValue}. The number keeps the digits it was written with, so 1.5 and 1.50 are different values. */
    record Number(BigDecimal value) implements AttributeValue {
        public Number {
            value = value.scale() < 0 ? value.setScale(0) : value;
        }
    }

    /** {@code QM stringValue QM}: the text without escapes, not empty. */
    record Text(String value) implements AttributeValue {
        public Text {
            if (value.isEmpty() || Lexical.firstIllegal(value) >= 0) {
                throw new IllegalArgumentException("Not the text of a string value: " + value);
            }
        }
    }

    /** {@code true} or {@code false}, not in the ABNF of version 2 but in use since concrete values reached the release files. */
    record Bool(boolean value) implements AttributeValue {}
}
