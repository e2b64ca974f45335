package no.normverk.terminology.search;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * A regular expression that a caller wrote. RE2 matches it, whose time is linear in the text and in the size of the expression when its counted repetitions are written out. That size
 * is bounded, and so is the depth of brackets, so that no expression can fill the memory or the stack before it has matched anything.
 */
public final class BoundedRegex {

    /** The most steps an expression may unfold to. */
    static final int LARGEST = 10_000;

    private static final int DEEPEST = 200;

    private final Pattern pattern;
    private final long size;

    private BoundedRegex(Pattern pattern, long size) {
        this.pattern = pattern;
        this.size = size;
    }

    /** @throws PatternSyntaxException when the text is no regular expression, or a too large or too deep one */
    public static BoundedRegex compile(String text) {
        long size = RegexSize.of(text);
        if (size > LARGEST) {
            throw new PatternSyntaxException("it unfolds to more than " + LARGEST + " steps", text);
        }
        if (RegexSize.depth(text) > DEEPEST) {
            throw new PatternSyntaxException("its brackets nest deeper than " + DEEPEST, text);
        }
        return new BoundedRegex(Pattern.compile(text), size);
    }

    /** Whether the whole text matches. */
    public boolean matches(String text) {
        return pattern.matches(text);
    }

    /** About how many steps it has: what a character of a text may cost. */
    public long size() {
        return size;
    }
}
