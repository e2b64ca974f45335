package no.normverk.snomed;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import no.normverk.terminology.Coding;
import no.normverk.terminology.edition.ColumnFile;
import org.jspecify.annotations.Nullable;

/**
 * The language reference sets of an edition, numbered from 0, and how language tags lead to them.
 *
 * <p>A tag leads to dialects in this order: {@code en-US} and {@code en-GB} to theirs; {@code nb} to bokmål 61000202103, {@code
 * nn} to nynorsk 91000202106, each before further reference sets of that language; {@code no} to bokmål, then nynorsk; {@code en}
 * and other languages to all of theirs; and {@code <language>-x-<refset>} and {@code <language>-x-sctlang-<refset in pieces of at
 * most eight digits>} to that very reference set.
 */
public final class Dialects {

    private static final String PRIVATE_USE = "x-";
    private static final String SCTLANG = "sctlang";
    private static final int PIECE = 8;
    private static final int[] NONE = {};

    private final long[] ids;
    private final List<String> languages;
    private final List<String> tags;
    private final List<Coding> codings;

    private Dialects(long[] ids, List<String> languages, LongFunction<@Nullable String> names) {
        this.ids = ids;
        this.languages = languages;
        this.tags = new ArrayList<>();
        this.codings = new ArrayList<>();
        for (int dialect = 0; dialect < ids.length; dialect++) {
            tags.add(tag(languages.get(dialect), ids[dialect]));
            codings.add(new Coding(Sctid.SYSTEM, null, Long.toString(ids[dialect]), names.apply(ids[dialect])));
        }
    }

    /** @param names the displays of the reference sets' concepts, as far as there are any */
    static Dialects open(ColumnFile columns, LongFunction<@Nullable String> names) {
        return new Dialects(
                columns.longs(SnomedColumns.DIALECT_ID),
                columns.texts(SnomedColumns.DIALECT_LANGUAGE).toList(),
                names);
    }

    /** How many there are. */
    public int size() {
        return ids.length;
    }

    /** The language reference set. */
    public long refset(int dialect) {
        return ids[dialect];
    }

    /** Its language: BCP 47, such as {@code nb}. */
    public String language(int dialect) {
        return languages.get(dialect);
    }

    /** The dialect as a BCP 47 tag of the form that HL7's page on SNOMED CT gives: {@code nb-x-sctlang-61000202-103}. */
    public String tag(int dialect) {
        return tags.get(dialect);
    }

    /** The language reference set as a code with its display. */
    Coding coding(int dialect) {
        return codings.get(dialect);
    }

    /** The number of a language reference set, or -1 when it is none of this edition's. */
    public int number(long refset) {
        for (int dialect = 0; dialect < ids.length; dialect++) {
            if (ids[dialect] == refset) {
                return dialect;
            }
        }
        return -1;
    }

    static String tag(String language, long refset) {
        String digits = Long.toString(refset);
        StringBuilder tag = new StringBuilder(language).append("-x-").append(SCTLANG);
        for (int from = 0; from < digits.length(); from += PIECE) {
            tag.append('-').append(digits, from, Math.min(digits.length(), from + PIECE));
        }
        return tag.toString();
    }

    /** The dialects a language tag leads to, best first; empty when it leads to none. */
    public int[] of(String tag) {
        String lower = tag.toLowerCase(Locale.ROOT);
        int extension = lower.startsWith(PRIVATE_USE) ? 0 : lower.indexOf("-" + PRIVATE_USE) + 1;
        if (extension > 0 || lower.startsWith(PRIVATE_USE)) {
            return ofPrivateUse(lower.substring(extension + PRIVATE_USE.length()));
        }
        return switch (lower) {
            case "en-us" -> ofRefset(Sctid.EN_US);
            case "en-gb" -> ofRefset(Sctid.EN_GB);
            case "no" -> join(ofLanguage("nb"), ofLanguage("nn"), ofLanguage("no"));
            default -> ofLanguage(lower.contains("-") ? lower.substring(0, lower.indexOf('-')) : lower);
        };
    }

    /** Whether a tag asks for a dialect, not only a language. */
    boolean isDialect(String tag) {
        String lower = tag.toLowerCase(Locale.ROOT);
        return lower.startsWith(PRIVATE_USE) || lower.contains("-" + PRIVATE_USE) || lower.equals("en-us") || lower.equals("en-gb");
    }

    private int[] ofPrivateUse(String subtags) {
        String digits = subtags.startsWith(SCTLANG + "-") ? subtags.substring(SCTLANG.length() + 1).replace("-", "") : subtags;
        return ofRefset(Sctid.parse(digits));
    }

    private int[] ofRefset(long refset) {
        int number = number(refset);
        return number < 0 ? NONE : new int[] {number};
    }

    private int[] ofLanguage(String language) {
        IntArrayList found = new IntArrayList();
        for (int dialect = 0; dialect < ids.length; dialect++) {
            if (languages.get(dialect).equals(language)) {
                found.add(dialect);
            }
        }
        return found.toIntArray();
    }

    private static int[] join(int[]... lists) {
        IntArrayList joined = new IntArrayList();
        for (int[] list : lists) {
            joined.addElements(joined.size(), list);
        }
        return joined.toIntArray();
    }
}
