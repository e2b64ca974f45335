package no.normverk.snomed.ecl;

import java.util.List;

/** {@code acceptabilitySet}: how a language reference set must accept a description. */
public sealed interface Acceptability {
    /** Nothing is said: any acceptability. */
    record Any() implements Acceptability {}

    /** {@code acceptabilityTokenSet}: by name; one at least. */
    record Tokens(List<Token> tokens) implements Acceptability {
        public Tokens {
            tokens = Shape.atLeast(1, tokens, "acceptabilities");
        }
    }

    /** {@code acceptabilityConceptReferenceSet}: as concepts; one at least. */
    record Concepts(List<ConceptReference> concepts) implements Acceptability {
        public Concepts {
            concepts = Shape.atLeast(1, concepts, "acceptabilities");
        }
    }

    /** {@code acceptabilityToken}. */
    enum Token {
        ACCEPTABLE("accept", "acceptable"),
        PREFERRED("prefer", "preferred");

        private final String token;
        private final String longToken;

        Token(String token, String longToken) {
            this.token = token;
            this.longToken = longToken;
        }

        /** The brief form. */
        public String token() {
            return token;
        }

        /** The long form in lower case. */
        String longToken() {
            return longToken;
        }
    }
}
