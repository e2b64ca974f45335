package no.normverk.terminology.map;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Coding;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.Registry;

/** How much of a code system a map covers, and how closely, code by code and chapter by chapter. */
public final class Coverage {

    /** What a map has for a code. Each code is in exactly one. */
    public enum Kind {
        /** A row of its own with one target that means the same. */
        EXACT("exact", true),
        /** A row of its own with one target that is wider. */
        WIDER("wider", true),
        /** A row of its own with one target that is narrower. */
        NARROWER("narrower", true),
        /** A row of its own with one target, of which the map does not say more than that it is related. */
        RELATED("related", true),
        /** A row of its own with one target that is put together of several codes, such as ICD-11's clusters. */
        CLUSTER("cluster", true),
        /** A row of its own with one target that has no code and is named by its URI, such as a block. */
        WITHOUT_CODE("target-without-code", true),
        /** A row of its own with several targets. */
        SEVERAL("several", true),
        /** A row of its own that says that there is no target. */
        NO_TARGET("no-target", true),
        /** No row of its own, but one of a broader code. */
        BY_ANCESTOR("by-ancestor", false),
        /** Neither a row of its own nor one of a broader code. */
        NONE("none", false);

        private final String code;
        private final boolean ownRow;

        Kind(String code, boolean ownRow) {
            this.code = code;
            this.ownRow = ownRow;
        }

        /** As answers write it. */
        public String code() {
            return code;
        }

        /** Whether codes of this kind have a row of their own. */
        public boolean hasOwnRow() {
            return ownRow;
        }
    }

    /**
     * One code.
     *
     * @param code the code
     * @param chapter the chapter it is in
     * @param kind what the map has for it
     * @param via the broader code whose row it goes by; its own code when the row is its own; empty when there is none
     */
    public record Entry(String code, String chapter, Kind kind, String via) {}

    private final Registry registry;
    private final MappedAncestors ancestors;

    public Coverage(Registry registry) {
        this.registry = registry;
        this.ancestors = new MappedAncestors(registry);
    }

    /**
     * What a group of a map has for concepts of a code system version, in the version's order.
     *
     * @param concepts those to look at
     */
    public List<Entry> of(MapGroup group, CodeSystemVersion system, ConceptSet concepts) {
        List<Entry> entries = new ArrayList<>(concepts.cardinality());
        concepts.forEach(ordinal -> entries.add(entry(group, system, ordinal)));
        return entries;
    }

    private Entry entry(MapGroup group, CodeSystemVersion system, int ordinal) {
        String code = system.code(ordinal);
        List<MappedAncestors.Row> rows =
                ancestors.rows(group, new Coding(system.header().url(), system.header().version(), code, null));
        String chapter = chapter(system, ordinal);
        if (rows.isEmpty()) {
            return new Entry(code, chapter, Kind.NONE, "");
        }
        MappedAncestors.Row row = rows.getFirst();
        return new Entry(code, chapter, row.own() ? kind(row.targets()) : Kind.BY_ANCESTOR, row.via());
    }

    private static Kind kind(List<MapTarget> targets) {
        List<MapTarget> some = targets.stream().filter(target -> !target.isUnmatched() && target.code() != null).toList();
        if (some.isEmpty()) {
            return Kind.NO_TARGET;
        }
        if (some.size() > 1) {
            return Kind.SEVERAL;
        }
        String code = String.valueOf(some.getFirst().code());
        if (code.contains("://")) {
            return Kind.WITHOUT_CODE;
        }
        if (code.indexOf('&') >= 0 || code.indexOf('/') >= 0) {
            return Kind.CLUSTER;
        }
        return switch (Equivalence.of(some.getFirst().equivalence())) {
            case EQUAL, EQUIVALENT -> Kind.EXACT;
            case WIDER, SUBSUMES -> Kind.WIDER;
            case NARROWER, SPECIALIZES -> Kind.NARROWER;
            default -> Kind.RELATED;
        };
    }

    /** By the way the code is built, or else the outermost of its ancestors. */
    private String chapter(CodeSystemVersion system, int ordinal) {
        String built = registry.lineage().chapter(system.header().url(), system.code(ordinal));
        if (built != null) {
            return built;
        }
        int top = ordinal;
        while (system.hierarchy().parentCount(top) > 0) {
            top = system.hierarchy().parent(top, 0);
        }
        return system.code(top);
    }

    /** How many of each kind there are, in all and by chapter; chapters in the order in which they first come. */
    public static Map<String, Map<Kind, Integer>> byChapter(List<Entry> entries) {
        Map<String, Map<Kind, Integer>> counts = new LinkedHashMap<>();
        for (Entry entry : entries) {
            counts.computeIfAbsent(entry.chapter(), chapter -> new EnumMap<>(Kind.class)).merge(entry.kind(), 1, Integer::sum);
        }
        return counts;
    }
}
