package no.normverk.snomed.ecl;

import java.util.Optional;
import no.normverk.snomed.syntax.Lexical;

/**
 * {@code eclConceptReference}: one concept.
 *
 * @param identifier its SNOMED CT identifier, 6 to 18 digits; the check digit is not verified
 * @param term what the author wrote between pipes; it has no meaning but counts in equality
 */
public record ConceptReference(long identifier, Optional<String> term) implements Focus {
    public ConceptReference {
        Lexical.identifier(identifier);
        term.ifPresent(Lexical::term);
    }

    /** A reference without term. */
    public static ConceptReference of(long identifier) {
        return new ConceptReference(identifier, Optional.empty());
    }
}
