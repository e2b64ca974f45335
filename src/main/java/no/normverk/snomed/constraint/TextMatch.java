package no.normverk.snomed.constraint;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import no.normverk.snomed.ecl.SearchTerm;
import no.normverk.terminology.search.Folding;

/**
 * Search terms of a constraint, made ready. {@code match} finds texts in which every word is the beginning of some word, in
 * any order; {@code wild} finds whole texts. Texts of both kinds are folded as text search folds them, so that case and
 * accents do not matter. {@code exact} and {@code regex} take the whole text as it stands.
 */
final class TextMatch {

    /** One search term. */
    private record Term(List<String> words, List<String> segments, String value) {}

    private final List<Predicate<String>> asTheyStand = new ArrayList<>();

    private final List<Term> terms = new ArrayList<>();
    private final boolean prose;

    private TextMatch(List<SearchTerm> searchTerms, boolean prose) {
        this.prose = prose;
        for (SearchTerm term : searchTerms) {
            switch (term) {
                case SearchTerm.Match match ->
                    terms.add(new Term(Folding.words(match.text()), List.of(), Folding.fold(match.text())));
                case SearchTerm.Exact exact -> asTheyStand.add(exact.text()::equals);
                case SearchTerm.Regex regex -> asTheyStand.add(Pattern.compile(regex.pattern())::matches);
                case SearchTerm.Wild wild ->
                    terms.add(new Term(List.of(), wild.segments().stream().map(Folding::fold).toList(), ""));
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

    /** Whether one of the terms finds the text. */
    boolean matches(String text) {
        for (Predicate<String> whole : asTheyStand) {
            if (whole.test(text)) {
                return true;
            }
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
