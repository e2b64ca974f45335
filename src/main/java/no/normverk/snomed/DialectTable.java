package no.normverk.snomed;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongArrays;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.normverk.terminology.edition.ColumnWriter;

/**
 * The language reference sets of a release, numbered: the known ones first, in the order of {@link #KNOWN}, then the others by
 * identifier.
 */
final class DialectTable {

    /** Language reference sets whose language is known, each language's main one first. */
    static final Map<Long, String> KNOWN = known();

    private final long[] ids;
    private final String[] languages;

    private DialectTable(long[] ids, String[] languages) {
        this.ids = ids;
        this.languages = languages;
    }

    private static Map<Long, String> known() {
        Map<Long, String> known = new java.util.LinkedHashMap<>();
        known.put(Sctid.EN_US, "en");
        known.put(Sctid.EN_GB, "en");
        known.put(Sctid.BOKMAAL, "nb");
        known.put(Sctid.NYNORSK, "nn");
        known.put(Sctid.BOKMAAL_GENERAL_PRACTICE, "nb");
        known.put(Sctid.NYNORSK_GENERAL_PRACTICE, "nn");
        return java.util.Collections.unmodifiableMap(known);
    }

    /** The language of a reference set that is not known is that of most of its descriptions. */
    static DialectTable of(Release release) {
        Map<Long, int[]> votes = new HashMap<>();
        RowTable members = release.acceptabilities;
        for (int row = 0; row < members.size(); row++) {
            int description = members.isActive(row) ? release.descriptions.find(members.get(row, Release.MEMBER_COMPONENT)) : -1;
            if (description >= 0) {
                int language = (int) release.descriptions.get(description, Release.DESCRIPTION_LANGUAGE);
                long refset = members.get(row, Release.MEMBER_REFSET);
                votes.computeIfAbsent(refset, id -> new int[release.languages.size()])[language]++;
            }
        }
        LongArrayList ids = new LongArrayList();
        KNOWN.keySet().stream().filter(votes::containsKey).mapToLong(Long::longValue).forEach(ids::add);
        long[] others = votes.keySet().stream().filter(id -> !KNOWN.containsKey(id)).mapToLong(Long::longValue).toArray();
        LongArrays.quickSort(others);
        Arrays.stream(others).forEach(ids::add);
        String[] languages = new String[ids.size()];
        for (int i = 0; i < languages.length; i++) {
            String known = KNOWN.get(ids.getLong(i));
            languages[i] = known != null ? known : most(release.languages, votes.getOrDefault(ids.getLong(i), new int[0]));
        }
        return new DialectTable(ids.toLongArray(), languages);
    }

    private static String most(List<String> languages, int[] votes) {
        int best = 0;
        for (int i = 1; i < votes.length; i++) {
            best = votes[i] > votes[best] ? i : best;
        }
        return languages.get(best);
    }

    int size() {
        return ids.length;
    }

    int number(long refset) {
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] == refset) {
                return i;
            }
        }
        throw new IllegalArgumentException(refset + " is no language reference set of this release");
    }

    String language(int number) {
        return languages[number];
    }

    String tag(int number) {
        return Dialects.tag(languages[number], ids[number]);
    }

    void write(ColumnWriter columns) throws IOException {
        columns.longs(SnomedColumns.DIALECT_ID, ids);
        columns.texts(SnomedColumns.DIALECT_LANGUAGE, new ArrayList<>(Arrays.asList(languages)));
    }
}
