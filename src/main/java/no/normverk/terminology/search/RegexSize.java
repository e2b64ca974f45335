package no.normverk.terminology.search;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How large a regular expression becomes when its counted repetitions are written out, which is what a matcher without backtracking does: {@code (a{100}){100}} has ten thousand
 * steps. An estimate from above; that the expression is well formed is somebody else's to see.
 */
final class RegexSize {

    private static final Pattern REPETITION = Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?}");

    private RegexSize() {}

    static long of(String regex) {
        Deque<Long> outer = new ArrayDeque<>();
        Matcher repetition = REPETITION.matcher(regex);
        long size = 0;
        long last = 0;
        int at = 0;
        while (at < regex.length()) {
            char c = regex.charAt(at);
            if (c == '{' && repetition.region(at, regex.length()).lookingAt()) {
                long repeated = saturated(last, Math.max(1, times(repetition)));
                size += repeated - last;
                last = repeated;
                at = repetition.end();
                continue;
            }
            if (c == '(') {
                outer.push(size);
                size = 0;
            } else if (c == ')' && !outer.isEmpty()) {
                last = size + 1;
                size = outer.pop() + last;
            } else {
                at = c == '\\' ? at + 1 : c == '[' ? endOfClass(regex, at) : at;
                last = 1;
                size++;
            }
            at++;
        }
        while (!outer.isEmpty()) {
            size += outer.pop();
        }
        return size;
    }

    /** How deep brackets stand in each other; those that are characters do not count. */
    static int depth(String regex) {
        int depth = 0;
        int deepest = 0;
        for (int at = 0; at < regex.length(); at++) {
            switch (regex.charAt(at)) {
                case '(' -> deepest = Math.max(deepest, ++depth);
                case ')' -> depth = Math.max(0, depth - 1);
                case '\\' -> at++;
                case '[' -> at = endOfClass(regex, at);
                default -> { }
            }
        }
        return deepest;
    }

    private static long times(Matcher repetition) {
        String most = repetition.group(2);
        long least = Long.parseLong(repetition.group(1));
        if (most == null) {
            return least;
        }
        return most.isEmpty() ? least + 1 : Math.max(least, Long.parseLong(most));
    }

    private static long saturated(long size, long times) {
        return Math.min(Integer.MAX_VALUE, size * times);
    }

    /** Where a character class ends; a bracket that comes first in it is a member. */
    private static int endOfClass(String regex, int start) {
        int at = start + 1;
        if (at < regex.length() && regex.charAt(at) == '^') {
            at++;
        }
        at++;
        while (at < regex.length() && regex.charAt(at) != ']') {
            at += regex.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at, regex.length());
    }
}
