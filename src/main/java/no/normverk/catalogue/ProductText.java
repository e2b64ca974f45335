package no.normverk.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.normverk.authoring.LocalText;
import no.normverk.terminology.search.Folding;

/**
 * The words of one product with their weight, and how well a query's words meet them. A query word meets a word as the whole of
 * it, as its beginning or, from three letters on, inside it, which is how parts of Norwegian compounds are found, or goes on after
 * it; the worth falls in that order and with the share of the word left unmatched. A few thousand products are scanned faster than an index
 * would be asked.
 */
final class ProductText {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:\\.\\p{N}+)*");
    private static final Pattern AE = Pattern.compile("[æäÆÄ]");
    private static final Pattern OE = Pattern.compile("(?i)oe");
    private static final Pattern HYPHENATED = Pattern.compile("[\\p{L}\\p{N}]*\\p{L}[\\p{L}\\p{N}]*(?:-[\\p{L}\\p{N}]+)+");
    private static final Pattern ENGLISH_PLURAL = Pattern.compile("(\\p{L}{3,})ies", Pattern.CASE_INSENSITIVE);
    private static final Pattern VERSION = Pattern.compile("v\\d.*");
    private static final int SHORTEST_INSIDE = 3;
    private static final int WHOLE = 100;
    private static final int BEGINNING = 50;
    private static final int INSIDE = 10;
    /** A longer word asked for, such as an inflection or a compound (epikrisemelding), whose beginning is a word here. */
    private static final int STEM = 4;

    private static final int SHORTEST_STEM = 5;

    /** A number or a web address found outranks any words found. */
    private static final int NUMBER_FOUND = 1_000_000;

    /** What is withdrawn counts this many times less, so that what is to be used stands first. */
    private static final int WITHDRAWN = 2;

    private record Word(String spelling, int weight) {}

    private final List<Word> words = new ArrayList<>();

    private final NormativeProduct product;

    /** @param labels names of what the product is classified by */
    ProductText(NormativeProduct product, List<LocalText> labels) {
        this.product = product;
        add(product.title(), 8);
        product.otherNames().forEach(name -> add(name, 6));
        product.identifiers().forEach(identifier -> add(identifier.toString() + " " + identifier.series() + identifier.number(), 6));
        labels.forEach(label -> add(label, 2));
        product.topics().forEach(topic -> add(topic, 3));
        product.underlyingStandards().forEach(standard -> add(standard, 3));
        product.description().ifPresent(description -> add(description, 2));
        product.publisher().ifPresent(publisher -> add(publisher, 1));
        product.revisions().forEach(revision -> add(revision.text(), 1));
        product.obligations().forEach(obligation -> obligation.condition().ifPresent(condition -> add(condition, 1)));
    }

    /** The words of a query, in order. */
    static List<String> wordsOf(String query) {
        return WORD.matcher(query).results().map(MatchResult::group).toList();
    }

    /**
     * The number that a text is, if one of the products has it. Then it means those products and no words: {@code HIS 1153-2:2016}
     * is not looked for in what happens to name the numbers 2 and 2016.
     */
    static Optional<IdentifierPattern> number(Optional<String> text, Collection<NormativeProduct> products) {
        return text.flatMap(IdentifierPattern::parse)
                .filter(wanted -> products.stream().anyMatch(product -> hasNumber(product, wanted)));
    }

    /** Whether one of the product's numbers is among those meant. */
    static boolean hasNumber(NormativeProduct product, IdentifierPattern wanted) {
        return product.identifiers().stream().anyMatch(wanted::matches);
    }

    /** How well the product answers a text, a number or words: 0 when it does not, 1 when there is no text. */
    int score(Optional<String> text) {
        if (text.isEmpty()) {
            return 1;
        }
        boolean numberFound = text.flatMap(IdentifierPattern::parse)
                        .filter(wanted -> hasNumber(product, wanted))
                        .isPresent()
                || text.flatMap(ProductAddress::parse)
                        .filter(address -> address.isOf(product))
                        .isPresent();
        List<String> queryWords = wordsOf(text.get());
        int wordsFound = queryWords.isEmpty() ? 0 : score(queryWords);
        int found = numberFound ? NUMBER_FOUND + wordsFound : wordsFound;
        return product.lifecycle().filter(LifecycleStatus.UTGATT::equals).isPresent() ? found / WITHDRAWN : found;
    }

    /** How well the product answers the query words: 0 when one of them is not met at all. */
    int score(List<String> queryWords) {
        int total = 0;
        for (String queryWord : queryWords) {
            int best = best(queryWord);
            if (best == 0) {
                return 0;
            }
            total += best;
        }
        return total;
    }

    private int best(String queryWord) {
        int best = 0;
        for (String wanted : wantedSpellings(queryWord)) {
            for (Word word : words) {
                best = Math.max(best, word.weight() * worth(wanted, word.spelling()));
            }
        }
        return best;
    }

    /** A word as folded, and with {@code e} for {@code æ}, which people type as well as {@code ae}. */
    private static Set<String> spellings(String word) {
        String folded = Folding.fold(word);
        String plain = AE.matcher(word).replaceAll("e");
        return plain.equals(word) ? Set.of(folded) : Set.of(folded, Folding.fold(plain));
    }

    /** What a word asked for may stand for: {@code oe} also for {@code ø}, where no such letter could be typed. */
    private static Set<String> wantedSpellings(String word) {
        Set<String> spellings = new LinkedHashSet<>(spellings(word));
        spellings.addAll(spellings(OE.matcher(word).replaceAll("ø")));
        return spellings;
    }

    private static int worth(String wanted, String word) {
        if (word.equals(wanted)) {
            return WHOLE;
        }
        int share = INSIDE * wanted.length() / Math.max(1, word.length());
        if (word.startsWith(wanted)) {
            return BEGINNING + share;
        }
        if (wanted.length() >= SHORTEST_INSIDE && word.contains(wanted)) {
            return INSIDE + share;
        }
        return word.length() >= SHORTEST_STEM && wanted.startsWith(word) ? STEM : 0;
    }

    private void add(LocalText text, int weight) {
        add(text.nb(), weight);
        text.nn().ifPresent(nynorsk -> add(nynorsk, weight));
        text.en().ifPresent(english -> add(withSingulars(english), weight));
    }

    /** In English a plural in {@code -ies} does not begin with its singular, as plurals otherwise do. */
    private static String withSingulars(String english) {
        return ENGLISH_PLURAL.matcher(english).replaceAll("$0 $1y");
    }

    private void add(String text, int weight) {
        Stream.concat(wordsOf(text).stream(), joined(text))
                .flatMap(word -> withBareVersion(word).flatMap(form -> spellings(form).stream()))
                .forEach(spelling -> words.add(new Word(spelling, weight)));
    }

    /** What is written with a hyphen is asked for without it: {@code ICD10}, {@code SHA256}, {@code eresept}. */
    private static Stream<String> joined(String text) {
        return HYPHENATED.matcher(text).results().map(found -> found.group().replace("-", ""));
    }

    /** Version {@code v1.4} is asked for as {@code 1.4} too. */
    private static Stream<String> withBareVersion(String word) {
        return VERSION.matcher(word).matches() ? Stream.of(word, word.substring(1)) : Stream.of(word);
    }
}
