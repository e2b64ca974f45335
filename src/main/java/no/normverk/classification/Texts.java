package no.normverk.classification;

import java.util.regex.Pattern;

/** Texts as the Norwegian files write them. */
final class Texts {
    private static final Pattern LINE_BREAK = Pattern.compile("\\s*(<br\\s*/?>|\\s)\\s*", Pattern.CASE_INSENSITIVE);

    private Texts() {}

    /** The text on one line: some texts of the export hold an HTML line break, some several spaces. */
    static String oneLine(String text) {
        return LINE_BREAK.matcher(text).replaceAll(" ").strip();
    }
}
