package no.normverk.snomed;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The form of concrete values in the concept model: {@code dec(>#0..)}, {@code int(#1..#3)}, {@code int(#1 #2)}, {@code str("a" "b")}, {@code bool(true)}. */
final class ConcreteRange {

    private static final Pattern FORM = Pattern.compile("\\s*(dec|int|str|bool)\\s*\\((.*)\\)\\s*", Pattern.DOTALL);
    private static final String NUMBER = "#([+-]?\\d+(?:\\.\\d+)?)";
    private static final Pattern INTERVAL = Pattern.compile("(>)?(?:" + NUMBER + ")?\\.\\.(<)?(?:" + NUMBER + ")?|" + NUMBER);
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    private ConcreteRange() {}

    static boolean isOne(String constraint) {
        return FORM.matcher(constraint).matches();
    }

    /** Whether a value has the form; so does every value of the right kind when nothing stands between the brackets. */
    static boolean holds(String constraint, ConcreteValue value) {
        Matcher form = FORM.matcher(constraint);
        if (!form.matches()) {
            return false;
        }
        String of = form.group(2).trim();
        return switch (form.group(1)) {
            case "dec" -> value.isNumber() && isWithin(of, value.number());
            case "int" -> value.isNumber() && value.number().stripTrailingZeros().scale() <= 0 && isWithin(of, value.number());
            case "str" -> value.isText() && (of.isEmpty() || QUOTED.matcher(of).results().anyMatch(text -> text.group(1).equals(value.plain())));
            default -> !value.isNumber() && !value.isText() && (of.isEmpty() || of.contains(value.plain()));
        };
    }

    private static boolean isWithin(String intervals, BigDecimal number) {
        if (intervals.isEmpty()) {
            return true;
        }
        Matcher interval = INTERVAL.matcher(intervals);
        while (interval.find()) {
            if (isWithin(interval, number)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWithin(Matcher interval, BigDecimal number) {
        if (interval.group(5) != null) {
            return number.compareTo(new BigDecimal(interval.group(5))) == 0;
        }
        boolean above = true;
        if (interval.group(2) != null) {
            int order = number.compareTo(new BigDecimal(interval.group(2)));
            above = interval.group(1) == null ? order >= 0 : order > 0;
        }
        boolean below = true;
        if (interval.group(4) != null) {
            int order = number.compareTo(new BigDecimal(interval.group(4)));
            below = interval.group(3) == null ? order <= 0 : order < 0;
        }
        return above && below;
    }
}
