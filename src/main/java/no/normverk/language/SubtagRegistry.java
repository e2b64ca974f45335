package no.normverk.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The IANA Language Subtag Registry (RFC 5646, section 3): which subtags there are, and what they mean in English. */
final class SubtagRegistry {

    /** A record of the registry: what it describes, and for an extended language the languages it may follow. */
    record Subtag(List<String> descriptions, List<String> prefixes) {

        /** The first description, the one in most common use. */
        String description() {
            return descriptions.getFirst();
        }
    }

    private record Range(String type, String first, String last, Subtag meaning) {

        boolean holds(String wantedType, String subtag) {
            return type.equals(wantedType)
                    && subtag.length() == first.length()
                    && first.compareTo(subtag) <= 0
                    && subtag.compareTo(last) <= 0;
        }
    }

    private final Map<String, Map<String, Subtag>> byType = new HashMap<>();
    private final List<Range> ranges = new ArrayList<>();

    private SubtagRegistry() {}

    /** Reads the registry that the program brings; the format is told beside the file. */
    static SubtagRegistry read() {
        SubtagRegistry registry = new SubtagRegistry();
        for (String line : LanguageTags.lines("subtags.tsv")) {
            registry.add(line.split("\t"));
        }
        return registry;
    }

    private void add(String[] fields) {
        List<String> prefixes = fields.length > 3 ? List.of(fields[3].split(" ")) : List.of();
        Subtag meaning = new Subtag(List.of(fields[2].split(" \\| ")), prefixes);
        String[] ends = fields[1].split("\\.\\.");
        if (ends.length == 2) {
            ranges.add(new Range(fields[0], ends[0], ends[1], meaning));
        } else {
            byType.computeIfAbsent(fields[0], type -> new HashMap<>()).put(fields[1], meaning);
        }
    }

    /** A subtag of a type, as the registry writes it: languages and variants small, regions in capitals, scripts with an initial capital. */
    @Nullable Subtag find(String type, String subtag) {
        Subtag meaning = byType.getOrDefault(type, Map.of()).get(subtag);
        if (meaning != null) {
            return meaning;
        }
        for (Range range : ranges) {
            if (range.holds(type, subtag)) {
                return range.meaning();
            }
        }
        return null;
    }
}
