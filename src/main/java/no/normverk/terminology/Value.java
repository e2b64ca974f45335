package no.normverk.terminology;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A typed value of a concept property or an extension, as the FHIR choice types of {@code CodeSystem.concept.property.value[x]} distinguish them.
 */
public sealed interface Value {

    /** The value as text: what a filter compares with. */
    String text();

    /**
     * {@code valueCode}.
     *
     * @param code the code, in the form in which it is held
     */
    record Code(no.normverk.terminology.Text code) implements Value {

        public Code(String text) {
            this(no.normverk.terminology.Text.of(text));
        }

        @Override
        public String text() {
            return code.toString();
        }

        /** Codes that read alike are equal, in whatever form they are held. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Code that && text().equals(that.text());
        }

        @Override
        public int hashCode() {
            return text().hashCode();
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /** {@code valueString}. */
    record Text(String text) implements Value {}

    /** {@code valueUri}. */
    record Uri(String text) implements Value {}

    /** {@code valueCanonical}. */
    record CanonicalUri(String text) implements Value {}

    /** {@code valueId}. */
    record Id(String text) implements Value {}

    /** {@code valueDateTime} (or {@code valueDate}), in FHIR's lexical form. */
    record DateTime(String text) implements Value {}

    /** {@code valueBoolean}. */
    record Bool(boolean value) implements Value {
        @Override
        public String text() {
            return Boolean.toString(value);
        }
    }

    /** {@code valueInteger}. */
    record Whole(int value) implements Value {
        @Override
        public String text() {
            return Integer.toString(value);
        }
    }

    /** {@code valueDecimal}; precision is kept. */
    record Decimal(BigDecimal value) implements Value {
        @Override
        public String text() {
            return value.toPlainString();
        }
    }

    /** {@code valueCoding}; its text is the code. */
    record OfCoding(Coding coding) implements Value {
        @Override
        public String text() {
            return coding.code() == null ? "" : coding.code();
        }
    }
}
