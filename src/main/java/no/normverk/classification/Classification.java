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
 * @param facts what the reader has to tell about the file
 */
public record Classification(
        CodeSystemHeader header,
        List<String> aliases,
        String publisher,
        String description,
        List<ClassificationConcept> concepts,
        FileFacts facts) {

    public Classification {
        aliases = List.copyOf(aliases);
        concepts = List.copyOf(concepts);
    }

    /** A classification whose file there is nothing to tell about. */
    public Classification(
            CodeSystemHeader header,
            List<String> aliases,
            String publisher,
            String description,
            List<ClassificationConcept> concepts) {
        this(header, aliases, publisher, description, concepts, FileFacts.NONE);
    }
}
