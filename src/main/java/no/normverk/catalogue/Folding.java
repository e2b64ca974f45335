package no.normverk.catalogue;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The spellings under which a word is found. The Norwegian letters æ, ø and å are kept apart from each other but found by every substitute people
 * type: {@code ae} or {@code e}, {@code oe} or {@code o}, {@code aa} or {@code a}. Only the letters themselves are spelled out, never the pairs in
 * the text, so {@code dataelement} stays findable by {@code data}. Other accents are dropped.
 */
final class Folding {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private Folding() {}

    /** The spellings of a word, lower case. */
    static Set<String> spellings(String word) {
        // å decomposes to a with a ring, so it is set aside before accents are dropped; æ and ø do not decompose.
        String lower = Normalizer.normalize(word, Normalizer.Form.NFC).toLowerCase(Locale.ROOT).replace('ä', 'æ').replace('ö', 'ø');
        Set<String> spellings = new TreeSet<>();
        for (String ae : lower.indexOf('æ') < 0 ? new String[] {""} : new String[] {"ae", "e"}) {
            for (String oe : lower.indexOf('ø') < 0 ? new String[] {""} : new String[] {"oe", "o"}) {
                for (String aa : lower.indexOf('å') < 0 ? new String[] {""} : new String[] {"aa", "a"}) {
                    spellings.add(withoutAccents(lower.replace("æ", ae).replace("ø", oe).replace("å", aa)));
                }
            }
        }
        return spellings;
    }

    private static String withoutAccents(String word) {
        return ACCENTS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
    }
}
