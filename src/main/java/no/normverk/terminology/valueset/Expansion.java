package no.normverk.terminology.valueset;

import java.util.List;
import no.normverk.terminology.CodeSystemVersion;
import org.jspecify.annotations.Nullable;

/**
 * The concepts of a value set, or a page of them.
 *
 * @param valueSet what was expanded
 * @param total how many concepts there are in all, on every level
 * @param contains the concepts of the page
 * @param similar whether no text has the words of the filter, so that one edit in each of its longer words was forgiven
 * @param usage what was drawn on
 */
public record Expansion(ValueSetDefinition valueSet, int total, List<Entry> contains, boolean similar, Usage usage) {

    /**
     * One concept of an expansion; its texts are read from the code system when it is written.
     *
     * @param system the code system version
     * @param ordinal the concept in it
     * @param reference what the value set says of it, or {@code null}
     * @param children concepts nested in it
     */
    public record Entry(
            CodeSystemVersion system, int ordinal, @Nullable ConceptReference reference, List<Entry> children) {}
}
