package no.normverk.snomed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers warnings; of each kind the first few are kept and the others counted. */
final class Warnings {

    private static final int SHOWN = 10;

    private final Origins origins;
    private final Map<String, List<CompileReport.Warning>> shown = new LinkedHashMap<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();

    Warnings(Origins origins) {
        this.origins = origins;
    }

    /** A warning about no row in particular. */
    synchronized void add(String text) {
        add(text, new CompileReport.Warning(text, "", 0));
    }

    /**
     * A warning about a row.
     *
     * @param kind what is wrong, the same for all rows with this fault
     * @param detail what is special about this row
     */
    synchronized void add(String kind, String detail, long origin) {
        add(kind, new CompileReport.Warning(kind + ": " + detail, origins.file(origin), Origins.line(origin)));
    }

    private void add(String kind, CompileReport.Warning warning) {
        if (counts.merge(kind, 1L, Long::sum) <= SHOWN) {
            shown.computeIfAbsent(kind, key -> new ArrayList<>()).add(warning);
        }
    }

    synchronized List<CompileReport.Warning> toList() {
        List<CompileReport.Warning> all = new ArrayList<>();
        shown.forEach((kind, warnings) -> {
            all.addAll(warnings);
            long more = counts.getOrDefault(kind, 0L) - warnings.size();
            if (more > 0) {
                all.add(new CompileReport.Warning(kind + ": " + more + " more", "", 0));
            }
        });
        return all;
    }
}
