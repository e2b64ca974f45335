package no.normverk.snomed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the version URI of a composed edition (SNOMED CT URI Standard, section 2.1) in its module dependency reference set.
 *
 * <p>The edition's module is the extension module that no other module depends on and that depends, directly or not, on most
 * others. Modules of the international release that nothing depends on, such as that of the ICD-10 map, are not editions: without
 * an extension the edition is the international one.
 */
final class VersionChoice {

    private VersionChoice() {}

    /** Never guesses silently: a choice that the dependencies do not force comes with a warning. */
    static String versionUri(Release release, Warnings warnings) {
        Map<Long, Set<Long>> dependencies = new TreeMap<>();
        Map<Long, Integer> times = new HashMap<>();
        readDependencies(release, dependencies, times);
        Map<Long, Integer> conceptCounts = new TreeMap<>();
        for (int row = 0; row < release.concepts.size(); row++) {
            long module = release.concepts.get(row, Release.CONCEPT_MODULE);
            conceptCounts.merge(module, 1, Integer::sum);
            times.merge(module, release.concepts.time(row), Math::max);
        }
        long module = module(dependencies, conceptCounts, warnings);
        return "http://snomed.info/sct/" + module + "/version/" + times.getOrDefault(module, 0);
    }

    private static void readDependencies(Release release, Map<Long, Set<Long>> dependencies, Map<Long, Integer> times) {
        release.refsets.forEach((form, table) -> {
            int sourceTime = form.fields().indexOf("sourceEffectiveTime");
            RowTable rows = table.rows;
            for (int row = 0; row < rows.size(); row++) {
                if (rows.get(row, Release.MEMBER_REFSET) != Sctid.MODULE_DEPENDENCY || !rows.isActive(row)) {
                    continue;
                }
                long source = rows.get(row, Release.MEMBER_MODULE);
                long target = rows.get(row, Release.MEMBER_COMPONENT);
                if (source != target) {
                    dependencies.computeIfAbsent(source, key -> new TreeSet<>()).add(target);
                }
                times.merge(source, rows.time(row), Math::max);
                if (sourceTime >= 0) {
                    long time = Sctid.parse(table.texts.texts().get((int) rows.get(row, Release.MEMBER_FIELDS + sourceTime)));
                    times.merge(source, (int) Math.max(0, time), Math::max);
                }
            }
        });
    }

    private static long module(Map<Long, Set<Long>> dependencies, Map<Long, Integer> conceptCounts, Warnings warnings) {
        Set<Long> neededByOthers = new HashSet<>();
        dependencies.values().forEach(neededByOthers::addAll);
        List<Long> tops = new ArrayList<>(dependencies.keySet().stream()
                .filter(module -> Sctid.isOfExtension(module) && !neededByOthers.contains(module))
                .toList());
        Comparator<Long> byReach = Comparator.comparingInt(module -> reach(module, dependencies).size());
        tops.sort(byReach.reversed());
        if (tops.size() == 1 || (tops.size() > 1 && byReach.compare(tops.get(0), tops.get(1)) != 0)) {
            return tops.get(0);
        }
        if (tops.isEmpty() && dependencies.containsKey(Sctid.CORE_MODULE)) {
            return Sctid.CORE_MODULE;
        }
        long chosen = conceptCounts.entrySet().stream()
                .filter(entry -> tops.isEmpty() || tops.contains(entry.getKey()))
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(tops.isEmpty() ? Sctid.CORE_MODULE : tops.get(0));
        warnings.add("the module of this edition cannot be told from the module dependencies ("
                + (tops.isEmpty() ? "there are none of use" : "candidates " + tops)
                + "); " + chosen + " is taken, which has most concepts; --version-uri overrides");
        return chosen;
    }

    private static Set<Long> reach(long module, Map<Long, Set<Long>> dependencies) {
        Set<Long> reached = new HashSet<>();
        List<Long> open = new ArrayList<>(List.of(module));
        while (!open.isEmpty()) {
            for (long target : dependencies.getOrDefault(open.removeLast(), Set.of())) {
                if (reached.add(target)) {
                    open.add(target);
                }
            }
        }
        return reached;
    }
}
