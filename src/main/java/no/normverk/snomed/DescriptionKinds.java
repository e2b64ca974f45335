package no.normverk.snomed;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.normverk.terminology.edition.ColumnWriter;

/** Numbers for everything about a description that repeats: a release has a million descriptions and a few hundred kinds. */
final class DescriptionKinds {

    /**
     * One kind.
     *
     * @param language BCP 47
     * @param acceptances for each dialect that has it, twice the dialect's number, plus one when preferred; ascending
     */
    record Kind(boolean active, long type, long module, long caseSignificance, String language, List<Integer> acceptances) {

        boolean isPreferredIn(int dialect) {
            return acceptances.contains(2 * dialect + 1);
        }

        boolean isPreferredAnywhere() {
            return acceptances.stream().anyMatch(acceptance -> (acceptance & 1) == 1);
        }
    }

    private final Map<Kind, Integer> numbers = new HashMap<>();
    private final List<Kind> kinds = new ArrayList<>();

    int add(Kind kind) {
        Integer known = numbers.putIfAbsent(kind, kinds.size());
        if (known != null) {
            return known;
        }
        kinds.add(kind);
        return kinds.size() - 1;
    }

    Kind get(int number) {
        return kinds.get(number);
    }

    List<Kind> kinds() {
        return kinds;
    }

    void write(ColumnWriter columns) throws IOException {
        IntArrayList start = new IntArrayList();
        IntArrayList acceptances = new IntArrayList();
        for (Kind kind : kinds) {
            start.add(acceptances.size());
            acceptances.addAll(kind.acceptances());
        }
        start.add(acceptances.size());
        byte[] flags = new byte[kinds.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = (byte) (kinds.get(i).active() ? SnomedColumns.ACTIVE : 0);
        }
        columns.bytes(SnomedColumns.KIND_FLAGS, flags);
        columns.longs(SnomedColumns.KIND_TYPE, kinds.stream().mapToLong(Kind::type).toArray());
        columns.longs(SnomedColumns.KIND_MODULE, kinds.stream().mapToLong(Kind::module).toArray());
        columns.longs(SnomedColumns.KIND_CASE, kinds.stream().mapToLong(Kind::caseSignificance).toArray());
        columns.texts(SnomedColumns.KIND_LANGUAGE, kinds.stream().map(Kind::language).toList());
        columns.ints(SnomedColumns.KIND_ACCEPTANCE_START, start.toIntArray());
        columns.ints(SnomedColumns.KIND_ACCEPTANCE, acceptances.toIntArray());
    }
}
