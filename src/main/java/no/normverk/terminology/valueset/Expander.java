package no.normverk.terminology.valueset;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayFIFOQueue;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.Hierarchy;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.search.Spelling;
import no.normverk.terminology.search.TextHits;
import no.normverk.terminology.search.TextSearch;
import no.normverk.terminology.valueset.Expansion.Entry;

/**
 * Expands value sets. What is not on the page asked for is counted, never listed: a page costs what it holds.
 */
public final class Expander {

    private final CodeSystemFinder systems;
    private final EvaluationSettings settings;

    public Expander(CodeSystemFinder systems, EvaluationSettings settings) {
        this.systems = systems;
        this.settings = settings;
    }

    /**
     * Expands.
     *
     * @throws TerminologyException when the definition cannot be followed, or there are more concepts than may be listed at once
     */
    public Expansion expand(ExpansionRequest request) {
        ValueSetEvaluator evaluator = new ValueSetEvaluator(systems, settings);
        List<Part> parts = evaluator.parts(request.valueSet());
        if (ImportResolver.mergesVersions(request.valueSet())) {
            parts = mergedVersions(parts);
            evaluator.usage().matchVersions();
        }
        boolean paged = request.offset() != null || request.count() != null;
        if (request.filter() != null && !request.filter().isBlank()) {
            return filtered(request, parts, evaluator.usage(), paged);
        }
        int total = total(parts);
        checkCost(request, total);
        List<Entry> contains = nests(request, paged) ? nested(parts) : page(parts, request);
        return new Expansion(request.valueSet(), total, contains, false, evaluator.usage());
    }

    /** A page of a tree would be neither; and where something has been taken out, what is left is no longer the code system's tree. */
    private static boolean nests(ExpansionRequest request, boolean paged) {
        return request.nested() && !paged && request.valueSet().excludes().isEmpty();
    }

    private static int total(List<Part> parts) {
        long total = 0;
        for (Part part : parts) {
            total += part.members().cardinality();
        }
        return Math.toIntExact(total);
    }

    private static void checkCost(ExpansionRequest request, int total) {
        if (request.count() == null && total > request.limit()) {
            throw new TerminologyException(Issue.error(
                    "too-costly",
                    null,
                    Message.of(
                            "VALUESET_TOO_COSTLY",
                            request.valueSet().url(),
                            Integer.toString(request.limit()),
                            Integer.toString(total)),
                    null));
        }
    }

    /** Of the same code in several versions the first part's counts. */
    private static List<Part> mergedVersions(List<Part> parts) {
        List<Part> merged = new ArrayList<>();
        for (Part part : parts) {
            ConceptSet members = part.members();
            for (Part earlier : merged) {
                boolean otherVersion = !CodeSystemFinder.isSame(earlier.system(), part.system())
                        && CodeSystemFinder.isSameSystem(earlier.system(), part.system());
                if (otherVersion) {
                    members = members.minus(ValueSetEvaluator.sameCodes(earlier, part.system()));
                }
            }
            merged.add(part.withMembers(members));
        }
        return merged;
    }

    private static Entry entry(Part part, int ordinal, List<Entry> children) {
        return new Entry(part.system(), ordinal, part.references().get(ordinal), children);
    }

    private static List<Entry> page(List<Part> parts, ExpansionRequest request) {
        int skip = request.offset() == null ? 0 : request.offset();
        int wanted = request.count() == null ? Integer.MAX_VALUE : request.count();
        List<Entry> page = new ArrayList<>(Math.min(wanted, Math.max(0, total(parts) - skip)));
        for (Part part : parts) {
            int size = part.members().cardinality();
            if (page.size() < wanted && skip < size) {
                for (int ordinal : ordinals(part, skip, wanted - page.size())) {
                    page.add(entry(part, ordinal, List.of()));
                }
            }
            skip = Math.max(0, skip - size);
        }
        return page;
    }

    /** A page of a part in the order in which it answers. */
    private static int[] ordinals(Part part, int offset, int count) {
        int[] order = part.order();
        if (order == null) {
            return part.members().page(offset, count);
        }
        return Arrays.stream(order)
                .filter(part.members()::contains)
                .skip(offset)
                .limit(count)
                .toArray();
    }

    private static List<Entry> nested(List<Part> parts) {
        List<Entry> contains = new ArrayList<>();
        for (Part part : parts) {
            if (part.nested() && part.system().hierarchy().isTree()) {
                contains.addAll(tree(part));
            } else {
                for (int ordinal : ordinals(part, 0, Integer.MAX_VALUE)) {
                    contains.add(entry(part, ordinal, List.of()));
                }
            }
        }
        return contains;
    }

    /** Every member below its nearest ancestor that is a member too; a concept with several stands below the first. */
    private static List<Entry> tree(Part part) {
        Int2ObjectMap<Entry> entries = new Int2ObjectOpenHashMap<>();
        int[] members = part.members().toArray();
        for (int ordinal : members) {
            entries.put(ordinal, entry(part, ordinal, new ArrayList<>()));
        }
        List<Entry> roots = new ArrayList<>();
        for (int ordinal : members) {
            int above = nearestMember(part, ordinal);
            (above < 0 ? roots : entries.get(above).children()).add(entries.get(ordinal));
        }
        return roots;
    }

    /** The nearest member above a concept, breadth first; -1 when there is none. */
    private static int nearestMember(Part part, int ordinal) {
        Hierarchy hierarchy = part.system().hierarchy();
        IntArrayFIFOQueue open = new IntArrayFIFOQueue();
        IntOpenHashSet seen = new IntOpenHashSet();
        hierarchy.forEachParent(ordinal, open::enqueue);
        while (!open.isEmpty()) {
            int above = open.dequeueInt();
            if (part.members().contains(above)) {
                return above;
            }
            if (seen.add(above)) {
                hierarchy.forEachParent(above, open::enqueue);
            }
        }
        return -1;
    }

    private record Hit(Part part, int place, int ordinal, long score) {}

    private static Expansion filtered(ExpansionRequest request, List<Part> parts, Usage usage, boolean paged) {
        String words = Objects.requireNonNull(request.filter());
        if (nests(request, paged) && parts.stream().allMatch(part -> part.nested() && !part.whole())) {
            List<Part> matching = parts.stream()
                    .map(part -> part.withMembers(
                            part.members().and(part.system().text().matches(words))))
                    .toList();
            int total = total(matching);
            if (total > 0) {
                checkCost(request, total);
                return new Expansion(request.valueSet(), total, nested(matching), false, usage);
            }
        }
        int skip = request.offset() == null ? 0 : request.offset();
        int wanted = request.count() == null ? request.limit() : request.count();
        int needed = (int) Math.min(Integer.MAX_VALUE, (long) skip + wanted);
        List<Hit> best = new ArrayList<>();
        long total = search(parts, (text, part) -> text.search(words, part.members(), request.languages(), needed), best);
        boolean similar = total == 0 && Spelling.isCorrectable(words);
        if (similar) {
            total = search(parts, (text, part) -> text.searchSimilar(words, part.members(), request.languages(), needed), best);
        }
        checkCost(request, Math.toIntExact(total));
        if (parts.size() > 1) {
            best.sort(Comparator.comparingLong(Hit::score)
                    .thenComparing(hit -> hit.part().system().code(hit.ordinal()))
                    .thenComparingInt(Hit::place));
        }
        List<Entry> page = best.stream()
                .skip(skip)
                .limit(wanted)
                .map(hit -> entry(hit.part(), hit.ordinal(), List.of()))
                .toList();
        return new Expansion(request.valueSet(), (int) total, page, similar && total > 0, usage);
    }

    /** Adds the hits of all parts, and tells how many there are in all. */
    private static long search(List<Part> parts, BiFunction<TextSearch, Part, TextHits> search, List<Hit> found) {
        long total = 0;
        for (int place = 0; place < parts.size(); place++) {
            Part part = parts.get(place);
            TextHits hits = search.apply(part.system().text(), part);
            total += hits.total();
            for (int i = 0; i < hits.ordinals().length; i++) {
                found.add(new Hit(part, place, hits.ordinals()[i], hits.scores()[i]));
            }
        }
        return total;
    }
}
