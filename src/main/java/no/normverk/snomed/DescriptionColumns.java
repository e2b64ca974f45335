package no.normverk.snomed;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntComparator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import no.normverk.snomed.DescriptionKinds.Kind;
import no.normverk.terminology.edition.Bytes;
import no.normverk.terminology.edition.ColumnWriter;
import no.normverk.terminology.edition.DesignationIndexWriter;
import no.normverk.terminology.edition.ListedColumnWriter;

/** Descriptions by concept: active ones first, then by type (fully specified name, synonym, definition) and identifier. */
final class DescriptionColumns {

    private final Release release;
    private final DialectTable dialects;
    private final DescriptionKinds kinds = new DescriptionKinds();
    private final int[] start;
    /** Rows of the release in the new order, and their kinds. */
    private final int[] rows;

    private final int[] kindOf;
    private final int[] display;

    private DescriptionColumns(Release release, DialectTable dialects, int[] start, int[] rows) {
        this.release = release;
        this.dialects = dialects;
        this.start = start;
        this.rows = rows;
        this.kindOf = new int[rows.length];
        this.display = new int[start.length - 1];
    }

    static DescriptionColumns of(Release release, ConceptOrder order, Map<String, Long> counts, Warnings warnings) {
        RowTable table = release.descriptions;
        long[] keys = new long[table.size()];
        int kept = 0;
        int[] start = new int[order.size() + 1];
        for (int row = 0; row < table.size(); row++) {
            int concept = order.locate(table.get(row, Release.DESCRIPTION_CONCEPT));
            if (concept < 0) {
                warnings.add(
                        "description left out, its concept is not here",
                        Long.toString(table.get(row, Release.DESCRIPTION_CONCEPT)),
                        table.origin(row));
                continue;
            }
            start[concept + 1]++;
            keys[kept++] = (long) concept << 32 | row;
        }
        Arrays.parallelSort(keys, 0, kept);
        int[] rows = new int[kept];
        Arrays.setAll(rows, i -> (int) keys[i]);
        for (int i = 1; i < start.length; i++) {
            start[i] += start[i - 1];
            IntArrays.mergeSort(rows, start[i - 1], start[i], withinConcept(table));
        }
        DescriptionColumns columns = new DescriptionColumns(release, DialectTable.of(release), start, rows);
        columns.findKinds(columns.acceptances(warnings));
        columns.chooseDisplays();
        long active = Arrays.stream(rows).filter(table::isActive).count();
        counts.put("descriptions, active", active);
        counts.put("descriptions, inactive", kept - active);
        return columns;
    }

    private static IntComparator withinConcept(RowTable table) {
        return (one, other) -> {
            if (table.isActive(one) != table.isActive(other)) {
                return table.isActive(one) ? -1 : 1;
            }
            int byType = Integer.compare(
                    typeOrder(table.get(one, Release.DESCRIPTION_TYPE)), typeOrder(table.get(other, Release.DESCRIPTION_TYPE)));
            return byType != 0 ? byType : Long.compare(table.id(one), table.id(other));
        };
    }

    private static int typeOrder(long type) {
        if (type == Sctid.FULLY_SPECIFIED_NAME) {
            return 0;
        }
        return type == Sctid.SYNONYM ? 1 : 2;
    }

    /**
     * For each row of the descriptions its acceptances as a list through two arrays: the first by row, then the next by member.
     */
    private record Acceptances(int[] first, int[] next) {}

    private Acceptances acceptances(Warnings warnings) {
        RowTable members = release.acceptabilities;
        int[] first = new int[release.descriptions.size()];
        int[] next = new int[members.size()];
        Arrays.fill(first, -1);
        for (int member = 0; member < members.size(); member++) {
            if (!members.isActive(member)) {
                continue;
            }
            long id = members.get(member, Release.MEMBER_COMPONENT);
            int description = release.descriptions.find(id);
            if (description < 0) {
                warnings.add(
                        "language reference set member left out, its description is not here",
                        Long.toString(id),
                        members.origin(member));
                continue;
            }
            next[member] = first[description];
            first[description] = member;
        }
        return new Acceptances(first, next);
    }

    private void findKinds(Acceptances acceptances) {
        RowTable table = release.descriptions;
        RowTable members = release.acceptabilities;
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            int row = rows[i];
            found.clear();
            for (int member = acceptances.first[row]; member >= 0; member = acceptances.next[member]) {
                int dialect = dialects.number(members.get(member, Release.MEMBER_REFSET));
                boolean preferred = members.get(member, Release.MEMBER_FIELDS) == Sctid.PREFERRED;
                found.add(2 * dialect + (preferred ? 1 : 0));
            }
            Collections.sort(found);
            kindOf[i] = kinds.add(new Kind(
                    table.isActive(row),
                    table.get(row, Release.DESCRIPTION_TYPE),
                    table.get(row, Release.DESCRIPTION_MODULE),
                    table.get(row, Release.DESCRIPTION_CASE),
                    language(release.languages.get((int) table.get(row, Release.DESCRIPTION_LANGUAGE)), found),
                    List.copyOf(found)));
        }
    }

    /** RF2's language code {@code no} does not tell bokmål from nynorsk; the language reference sets do. */
    private String language(String code, List<Integer> acceptances) {
        if (!code.equals("no")) {
            return code;
        }
        boolean bokmaal = false;
        boolean nynorsk = false;
        for (int acceptance : acceptances) {
            bokmaal |= dialects.language(acceptance / 2).equals("nb");
            nynorsk |= dialects.language(acceptance / 2).equals("nn");
        }
        if (bokmaal == nynorsk) {
            return "no";
        }
        return bokmaal ? "nb" : "nn";
    }

    private void chooseDisplays() {
        for (int concept = 0; concept < display.length; concept++) {
            display[concept] = -1;
            int worth = 0;
            for (int i = start[concept]; i < start[concept + 1]; i++) {
                int better = worthAsDisplay(kinds.get(kindOf[i]));
                if (better > worth) {
                    worth = better;
                    display[concept] = i;
                }
            }
        }
    }

    /** The preferred synonym of the first dialect; then a fully specified name; then any synonym; then whatever there is. */
    private int worthAsDisplay(Kind kind) {
        if (!kind.active()) {
            return kind.type() == Sctid.DEFINITION ? 1 : 2;
        }
        if (kind.type() == Sctid.SYNONYM) {
            return dialects.size() > 0 && kind.isPreferredIn(0) ? 6 : 4;
        }
        return kind.type() == Sctid.FULLY_SPECIFIED_NAME ? 5 : 3;
    }

    void write(ColumnWriter columns) throws IOException {
        RowTable table = release.descriptions;
        int count = rows.length;
        long[] ids = new long[count];
        int[] times = new int[count];
        IntArrayList textStart = new IntArrayList(count + 1);
        Bytes texts = new Bytes();
        for (int i = 0; i < count; i++) {
            int row = rows[i];
            ids[i] = table.id(row);
            times[i] = table.time(row);
            textStart.add(texts.size());
            long text = table.get(row, Release.DESCRIPTION_TEXT);
            texts.add(release.descriptionText.array(), (int) text, (int) (text >>> 32));
        }
        textStart.add(texts.size());
        columns.ints(SnomedColumns.DESCRIPTION_START, start);
        columns.longs(SnomedColumns.DESCRIPTION_ID, ids);
        columns.ints(SnomedColumns.DESCRIPTION_BY_ID, byId(ids));
        columns.ints(SnomedColumns.DESCRIPTION_TIME, times);
        columns.ints(SnomedColumns.DESCRIPTION_KIND, kindOf);
        columns.ints(SnomedColumns.DESCRIPTION_TEXT + ".start", textStart.elements(), textStart.size());
        columns.bytes(SnomedColumns.DESCRIPTION_TEXT + ".bytes", texts.array(), texts.size());
        columns.ints(SnomedColumns.DISPLAY, display);
        kinds.write(columns);
        dialects.write(columns);
    }

    /** Writes what a list of concepts says of each: of active concepts that have a display. */
    void writeListed(ColumnWriter columns, ConceptOrder order) throws IOException {
        ListedColumnWriter listed = new ListedColumnWriter(Sctid.SYSTEM);
        boolean[] active = order.activity();
        for (int concept = 0; concept < display.length; concept++) {
            if (display[concept] < 0 || !active[concept]) {
                listed.addNone();
            } else {
                listed.add(Long.toString(order.id(concept)), text(display[concept]));
            }
        }
        listed.write(columns, SnomedColumns.LISTED);
    }

    private static int[] byId(long[] ids) {
        int[] byId = new int[ids.length];
        Arrays.setAll(byId, i -> i);
        IntArrays.parallelQuickSort(byId, (one, other) -> Long.compare(ids[one], ids[other]));
        return byId;
    }

    /**
     * Adds what text search shall find: the active names of every concept, definitions left out, and its display; the code of a
     * concept that has neither.
     */
    void addNames(DesignationIndexWriter index, ConceptOrder order) {
        List<List<String>> dialectsOfKind = kinds.kinds().stream().map(this::dialectTags).toList();
        for (int concept = 0; concept < display.length; concept++) {
            if (display[concept] < 0) {
                index.add(concept, Long.toString(order.id(concept)), true, null, List.of());
                continue;
            }
            String displayText = text(display[concept]);
            for (int i = start[concept]; i < start[concept + 1]; i++) {
                Kind kind = kinds.get(kindOf[i]);
                boolean name = kind.active() && kind.type() != Sctid.DEFINITION;
                if (name || i == display[concept]) {
                    String text = text(i);
                    boolean preferred = text.equals(displayText) || (name && kind.isPreferredAnywhere());
                    index.add(concept, text, preferred, kind.language(), name ? dialectsOfKind.get(kindOf[i]) : List.of());
                }
            }
        }
    }

    private String text(int index) {
        long text = release.descriptions.get(rows[index], Release.DESCRIPTION_TEXT);
        return release.descriptionText.text((int) text, (int) text + (int) (text >>> 32));
    }

    private List<String> dialectTags(Kind kind) {
        return kind.acceptances().stream().map(acceptance -> dialects.tag(acceptance >> 1)).toList();
    }
}
