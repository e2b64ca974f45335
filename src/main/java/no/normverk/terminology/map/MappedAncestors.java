package no.normverk.terminology.map;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Coding;
import no.normverk.terminology.Registry;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a map says of codes it does not mention, by way of broader codes that it does mention. Broader are the codes that a code subdivides by the way its system is built, and its ancestors in the
 * system's is-a hierarchy. Concepts that only group others, such as chapters and blocks, are passed by: what they map to says nothing worth knowing of a single code.
 */
public final class MappedAncestors {

    /**
     * What a map says of a code.
     *
     * @param via the code whose row it is: the code itself, or a broader one
     * @param own whether the row is the code's own
     * @param targets the row; empty when the map lists its own code without a target
     */
    public record Row(String via, boolean own, List<MapTarget> targets) {

        /**
         * How a target compares with a code that the row's code covers. A row that gives its one target without saying how the two compare, as tables between classifications do, tells where
         * everything under its code is classified: for a part of that, the target is wider. Of one target among several, that would be a guess.
         */
        Equivalence forNarrowerCode(MapTarget target) {
            Equivalence stated = Equivalence.of(target.equivalence());
            return stated == Equivalence.RELATED_TO && targets.size() == 1 ? Equivalence.WIDER : Equivalence.WIDER.then(stated);
        }
    }

    private final Registry registry;
    private final CodeSpellings spellings;

    public MappedAncestors(Registry registry) {
        this.registry = registry;
        this.spellings = new CodeSpellings(registry);
    }

    /**
     * The row of a code, or those of its nearest broader codes; empty when there is none. Of several ancestors at the same distance all count.
     */
    public List<Row> rows(MapGroup group, Coding coding) {
        String code = String.valueOf(coding.code());
        Row own = row(group, code, true);
        if (own != null) {
            return List.of(own);
        }
        CodeSystemVersion system = coding.system() == null ? null : registry.codeSystem(coding.system(), coding.version());
        int ordinal = system == null ? -1 : system.locate(code);
        String written = system == null || ordinal < 0 ? code : system.code(ordinal);
        for (String spelling : spellings.of(coding, written)) {
            Row otherwiseWritten = row(group, spelling, true);
            if (otherwiseWritten != null) {
                return List.of(otherwiseWritten);
            }
        }
        if (!group.coversNarrowerCodes() || group.unmapped() != null || isUnknown(system, ordinal)) {
            return List.of();
        }
        for (String broader : registry.lineage().broaderCodes(String.valueOf(coding.system()), written)) {
            Row row = broaderRow(group, coding.system(), broader);
            if (row != null) {
                return List.of(row);
            }
        }
        return system == null || ordinal < 0 || !isClassification(system) ? List.of() : ancestors(group, system, ordinal);
    }

    /** Whether the code system is there and does not have the code, so that nothing can be said of it. */
    private static boolean isUnknown(@Nullable CodeSystemVersion system, int ordinal) {
        return system != null && ordinal < 0 && !system.header().isFragment();
    }

    private static boolean isClassification(CodeSystemVersion system) {
        String meaning = system.header().hierarchyMeaning();
        return meaning == null || meaning.equals("is-a") || meaning.equals("classified-with");
    }

    private static @Nullable Row row(MapGroup group, String code, boolean own) {
        List<MapTarget> targets = group.targets(code);
        boolean saysNothing = targets == null || (targets.isEmpty() && !own);
        return saysNothing || targets == null ? null : new Row(code, own, targets);
    }

    /** The row of a broader code, however the map writes it; told is the code as its system writes it. */
    private @Nullable Row broaderRow(MapGroup group, @Nullable String system, String broader) {
        Row row = row(group, broader, false);
        if (row != null) {
            return row;
        }
        for (String spelling : spellings.others(system, broader)) {
            Row other = row(group, spelling, false);
            if (other != null) {
                return new Row(broader, false, other.targets());
            }
        }
        return null;
    }

    /** Generation by generation. */
    private List<Row> ancestors(MapGroup group, CodeSystemVersion system, int ordinal) {
        Set<Integer> seen = new LinkedHashSet<>();
        List<Integer> generation = List.of(ordinal);
        while (!generation.isEmpty()) {
            List<Integer> parents = new ArrayList<>();
            for (int child : generation) {
                system.forEachParent(child, parent -> {
                    if (seen.add(parent)) {
                        parents.add(parent);
                    }
                });
            }
            List<Row> rows = new ArrayList<>();
            for (int parent : parents) {
                Row row = system.isAbstract(parent) ? null : broaderRow(group, system.header().url(), system.code(parent));
                if (row != null) {
                    rows.add(row);
                }
            }
            if (!rows.isEmpty()) {
                return rows;
            }
            generation = parents;
        }
        return List.of();
    }
}
