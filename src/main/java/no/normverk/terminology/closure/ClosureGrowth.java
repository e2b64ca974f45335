package no.normverk.terminology.closure;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Coding;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.closure.ClosureEntry.Meaning;
import org.roaringbitmap.RoaringBitmap;

/**
 * Works out what new concepts add to those of one code system that a table has: a new concept's ancestors and descendants, as bitmaps, intersected with the concepts in the table. Only expressions of a
 * grammar are compared one by one.
 */
final class ClosureGrowth {

    private final CodeSystemVersion base;
    private final int limit;
    private CodeSystemVersion system;
    private final List<Coding> concepts;

    /** The codes in the table by concept: several may name one. */
    private final Int2ObjectMap<List<Coding>> byOrdinal = new Int2ObjectOpenHashMap<>();

    private final RoaringBitmap own = new RoaringBitmap();
    private final RoaringBitmap expressions = new RoaringBitmap();
    private final List<ClosureEntry> entries = new ArrayList<>();

    /**
     * @param base the code system version
     * @param before what the table has of it
     * @param limit how many entries may be added
     */
    ClosureGrowth(CodeSystemVersion base, List<Coding> before, int limit) {
        this.base = base;
        this.limit = limit;
        this.concepts = new ArrayList<>(before);
        this.system = base.withExpressions(codes(before));
        before.forEach(this::put);
    }

    private static List<String> codes(List<Coding> concepts) {
        return concepts.stream().map(concept -> String.valueOf(concept.code())).toList();
    }

    private int locate(Coding concept) {
        return system.locate(String.valueOf(concept.code()));
    }

    private void put(Coding concept) {
        int ordinal = locate(concept);
        if (ordinal >= 0) {
            byOrdinal.computeIfAbsent(ordinal, o -> new ArrayList<>(1)).add(concept);
            (ordinal < base.size() ? own : expressions).add(ordinal);
        }
    }

    /** Whether the code system still has all that it had. */
    boolean knowsAllOf(List<Coding> before) {
        return before.stream().allMatch(concept -> locate(concept) >= 0);
    }

    /** All concepts of the system that the table has now. */
    List<Coding> concepts() {
        return concepts;
    }

    List<ClosureEntry> entries(List<Coding> fresh) {
        List<String> all = new ArrayList<>(codes(concepts));
        all.addAll(codes(fresh));
        system = base.withExpressions(all);
        for (Coding concept : fresh) {
            int ordinal = locate(concept);
            if (ordinal < 0) {
                entries.add(ClosureTable.unmatched(concept));
            } else {
                relate(concept, ordinal);
                put(concept);
                concepts.add(concept);
            }
            if (entries.size() > limit) {
                throw ClosureTable.tooLarge(limit);
            }
        }
        return entries;
    }

    private void relate(Coding concept, int ordinal) {
        for (Coding same : byOrdinal.getOrDefault(ordinal, List.of())) {
            entries.add(new ClosureEntry(concept, same, Meaning.EQUAL));
        }
        if (ordinal < base.size()) {
            forEach(base.hierarchy().ancestors(ordinal), other -> entries.add(new ClosureEntry(concept, other, Meaning.SUBSUMES)));
            forEach(base.hierarchy().descendants(ordinal), other -> entries.add(new ClosureEntry(other, concept, Meaning.SUBSUMES)));
        } else {
            own.forEach((int other) -> compare(concept, ordinal, other));
        }
        expressions.forEach((int other) -> compare(concept, ordinal, other));
    }

    private void forEach(ConceptSet relatives, Consumer<Coding> action) {
        RoaringBitmap.and(relatives.bitmap(), own).forEach((int other) -> byOrdinal.get(other).forEach(action));
    }

    private void compare(Coding concept, int ordinal, int other) {
        if (ordinal == other) {
            return;
        }
        if (system.subsumes(other, ordinal)) {
            byOrdinal.get(other).forEach(coding -> entries.add(new ClosureEntry(concept, coding, Meaning.SUBSUMES)));
        } else if (system.subsumes(ordinal, other)) {
            byOrdinal.get(other).forEach(coding -> entries.add(new ClosureEntry(coding, concept, Meaning.SUBSUMES)));
        }
    }
}
