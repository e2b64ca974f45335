package no.normverk.classification;

import java.util.List;
import no.normverk.terminology.CodeSystemHeader;

/**
 * One version of a classification as its file gives it.
 *
 * @param header identity and declared properties
 * @param aliases other URIs by which the same code system is known
 * @param publisher who publishes the file
 * @param description what the file holds and what it leaves out
 * @param concepts in the file's order, a parent always before its children
 */
public record Classification(
        CodeSystemHeader header,
        List<String> aliases,
        String publisher,
        String description,
        List<ClassificationConcept> concepts) {

    public Classification {
        aliases = List.copyOf(aliases);
        concepts = List.copyOf(concepts);
    }
}
