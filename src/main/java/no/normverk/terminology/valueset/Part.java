package no.normverk.terminology.valueset;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectMaps;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.ConceptSet;
import org.jspecify.annotations.Nullable;

/**
 * The concepts that a value set takes from one code system version by one include.
 *
 * @param system where they come from
 * @param members which they are
 * @param order the author's order when they are listed, and {@code null} when the code system's own order holds
 * @param references what the value set says of listed concepts, by ordinal
 * @param nested whether the hierarchy among them is part of the answer: for whole systems and is-a filters
 * @param whole whether the include takes the whole code system
 */
public record Part(
        CodeSystemVersion system,
        ConceptSet members,
        int @Nullable [] order,
        Int2ObjectMap<ConceptReference> references,
        boolean nested,
        boolean whole) {

    static Part of(CodeSystemVersion system, ConceptSet members, boolean nested, boolean whole) {
        return new Part(system, members, null, Int2ObjectMaps.emptyMap(), nested, whole);
    }

    Part flat() {
        return nested ? new Part(system, members, order, references, false, whole) : this;
    }

    /** The same concepts of the same version, seen under another URI of its system. */
    Part of(CodeSystemVersion respelled) {
        return new Part(respelled, members, order, references, nested, whole);
    }

    Part withMembers(ConceptSet kept) {
        return kept.equals(members) ? this : new Part(system, kept, order, references, nested, whole);
    }
}
