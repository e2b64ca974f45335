package no.normverk.snomed.constraint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.normverk.snomed.ecl.SearchTerm;
import no.normverk.terminology.search.BoundedRegex;
import no.normverk.terminology.search.Folding;

/**
 * Search terms of a constraint, made ready. {@code match} finds texts in which every word is the beginning of some word, in
 * any order; {@code wild} finds whole texts. Texts of both kinds are folded as text search folds them, so that case and
 * accents do not matter. {@code exact} and {@code regex} take the whole text as it stands.
 */
final class TextMatch {

    private static final int FOLDING = 20;
    private static final int SCAN = 10;

    /** One search term. */
    private record Term(List<String> words, List<String> segments, String value) {}

    private final Set<String> exact = new HashSet<>();
    private final List<BoundedRegex> regexes = new ArrayList<>();
    private final List<Term> terms = new ArrayList<>();
    private final boolean prose;
    /** How often a text may be looked through from end to end. */
    private int words;
    /** What a character of a text may cost in regular expressions. */
    private long steps;

    private TextMatch(List<SearchTerm> searchTerms, boolean prose) {
        this.prose = prose;
        for (SearchTerm term : Set.copyOf(searchTerms)) {
            switch (term) {
                case SearchTerm.Match match -> {
                    Term made = new Term(Folding.words(match.text()), List.of(), Folding.fold(match.text()));
                    terms.add(made);
                    words += Math.max(1, made.words.size());
                }
                case SearchTerm.Exact whole -> exact.add(whole.text());
                case SearchTerm.Regex regex -> {
                    BoundedRegex made = BoundedRegex.compile(regex.pattern());
                    regexes.add(made);
                    steps += made.size();
                }
                case SearchTerm.Wild wild -> {
                    terms.add(new Term(List.of(), wild.segments().stream().map(Folding::fold).toList(), ""));
                    words++;
                }
            }
        }
    }

    /** For terms of descriptions. */
    static TextMatch ofProse(List<SearchTerm> terms) {
        return new TextMatch(terms, true);
    }

    /** For values, which {@code match} must equal in full unless they have white space, as advice in a map has. */
    static TextMatch ofValue(List<SearchTerm> terms) {
        return new TextMatch(terms, false);
    }

    /** What looking at a text may cost, as {@link Work} counts; two steps of a regular expression take as long as one look at a relationship. */
    long cost(String text) {
        return FOLDING + (long) SCAN * words + steps * text.length() / 2;
    }

    /** Whether one of the terms finds the text. */
    boolean matches(String text) {
        if (matchesAsItStands(text)) {
            return true;
        }
        if (terms.isEmpty()) {
            return false;
        }
        String folded = Folding.fold(text);
        for (Term term : terms) {
            boolean found = term.segments.isEmpty() ? matchesWords(term, text, folded) : matchesWild(term.segments, folded);
            if (found) {
                return true;
            }
        }
        return false;
    }

    private boolean matchesAsItStands(String text) {
        if (!exact.isEmpty() && exact.contains(text)) {
            return true;
        }
        for (BoundedRegex regex : regexes) {
            if (regex.matches(text)) {
                return true;
            }
        }
        return false;
    }

    private boolean matchesWords(Term term, String text, String folded) {
        if (!prose && text.chars().noneMatch(Character::isWhitespace)) {
            return folded.equals(term.value);
        }
        if (term.words.isEmpty()) {
            return folded.contains(term.value);
        }
        return term.words.stream().allMatch(word -> beginsAWord(word, folded));
    }

    private static boolean beginsAWord(String word, String text) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            if (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean matchesWild(List<String> segments, String text) {
        String first = segments.getFirst();
        if (segments.size() == 1) {
            return text.equals(first);
        }
        String last = segments.getLast();
        if (!text.startsWith(first) || !text.endsWith(last) || text.length() < first.length() + last.length()) {
            return false;
        }
        int at = first.length();
        for (String segment : segments.subList(1, segments.size() - 1)) {
            int found = text.indexOf(segment, at);
            if (found < 0) {
                return false;
            }
            at = found + segment.length();
        }
        return at <= text.length() - last.length();
    }
}
