package no.normverk.terminology.memory;

import java.util.List;
import no.normverk.terminology.CodeSystemHeader;

/**
 * A code system version as its author wrote it.
 *
 * @param header everything but the concepts
 * @param concepts all concepts, in the author's order; nested ones directly after the concept they are nested in
 */
public record CodeSystemDefinition(CodeSystemHeader header, List<ConceptDefinition> concepts) {

    public CodeSystemDefinition {
        concepts = List.copyOf(concepts);
    }
}
