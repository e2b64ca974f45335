package no.normverk.terminology.edition;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes the column that {@link ListedColumn} reads: what a list of concepts says of each, ordinal by ordinal. */
public final class ListedColumnWriter {

    private static final JsonStringEncoder JSON = JsonStringEncoder.getInstance();

    private final byte[] opening;
    private final Bytes entries = new Bytes();
    private final IntArrayList start = new IntArrayList();

    /** @param system canonical URL of the code system, which every entry tells */
    public ListedColumnWriter(String system) {
        opening = ("{\"system\":\"" + quoted(system) + "\",\"code\":\"").getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return new String(JSON.quoteAsString(text));
    }

    /** Adds the entry of the next concept. */
    public void add(String code, String display) {
        start.add(entries.size());
        entries.add(opening, 0, opening.length);
        entries.add(quoted(code));
        entries.add("\",\"display\":\"");
        byte[] text = JSON.quoteAsUTF8(display);
        entries.add(text, 0, text.length);
        entries.add("\"},");
    }

    /** The next concept has no entry. */
    public void addNone() {
        start.add(entries.size());
    }

    public void write(ColumnWriter columns, String name) throws IOException {
        start.add(entries.size());
        columns.ints(name + ".start", start.elements(), start.size());
        columns.bytes(name + ".bytes", entries.array(), entries.size());
    }
}
