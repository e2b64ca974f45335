package no.normverk.terminology.edition;

import no.normverk.terminology.ListedConcepts;

/** Entries of lists in the mapping: a list of texts, one for each ordinal, each of which ends with a comma; an empty one where there is no entry. */
public final class ListedColumn implements ListedConcepts {

    private final TextColumn entries;

    private ListedColumn(TextColumn entries) {
        this.entries = entries;
    }

    /** Opens the column that {@link ListedColumnWriter} wrote under a name. */
    public static ListedColumn open(ColumnFile columns, String name) {
        return new ListedColumn(columns.texts(name));
    }

    @Override
    public boolean has(int ordinal) {
        return entries.length(ordinal) > 0;
    }

    @Override
    public int length(int from, int to) {
        return entries.length(from, to) - 1;
    }

    @Override
    public void copy(int from, int to, byte[] target, int at) {
        entries.copy(from, length(from, to), target, at);
    }
}
