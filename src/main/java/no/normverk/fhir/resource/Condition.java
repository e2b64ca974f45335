package no.normverk.fhir.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import no.normverk.fhir.resource.Search.Criterion;
import no.normverk.fhir.resource.Search.UnusableCriterionException;
import no.normverk.fhir.resource.SearchParameter.Value;
import no.normverk.terminology.search.Folding;
import org.jspecify.annotations.Nullable;

/** A criterion made ready: whether the values of one resource meet it. */
final class Condition {

    private Condition() {}

    /**
     * Makes a criterion ready.
     *
     * @throws UnusableCriterionException when its value or modifier cannot be used
     */
    static Predicate<List<Value>> of(Criterion criterion, Subsumption subsumption) {
        String modifier = criterion.modifier();
        if ("missing".equals(modifier)) {
            return missing(criterion);
        }
        List<Predicate<Value>> alternatives = new ArrayList<>();
        for (String value : criterion.values()) {
            alternatives.add(of(criterion, modifier, value, subsumption));
        }
        Predicate<List<Value>> any = values -> values.stream()
                .anyMatch(value -> alternatives.stream().anyMatch(alternative -> alternative.test(value)));
        return "not".equals(modifier) ? any.negate() : any;
    }

    private static Predicate<List<Value>> missing(Criterion criterion) {
        String value = criterion.values().size() == 1 ? criterion.values().getFirst() : String.join(",", criterion.values());
        return switch (value) {
            case "true" -> List::isEmpty;
            case "false" -> values -> !values.isEmpty();
            default -> throw new UnusableCriterionException(name(criterion), value, "true or false");
        };
    }

    private static String name(Criterion criterion) {
        String modifier = criterion.modifier();
        return modifier == null ? criterion.parameter().name() : criterion.parameter().name() + ":" + modifier;
    }

    private static Predicate<Value> of(
            Criterion criterion, @Nullable String modifier, String value, Subsumption subsumption) {
        return switch (criterion.parameter().kind()) {
            case STRING -> string(criterion, modifier, unescape(value));
            case WORDS -> words(criterion, modifier, unescape(value));
            case TOKEN -> switch (modifier) {
                case "below", "above" -> related(criterion, modifier, value, subsumption);
                case null, default -> token(criterion, modifier, value);
            };
            case RELATED -> {
                requireNoModifier(criterion, modifier, "missing");
                yield related(criterion, "below", value, subsumption).or(related(criterion, "above", value, subsumption));
            }
            case NUMBER -> number(criterion, modifier, value);
            case URI -> uri(criterion, modifier, unescape(value));
            case CANONICAL, REFERENCE -> canonical(criterion, modifier, unescape(value));
            case DATE -> date(criterion, modifier, value);
            case PERIOD -> within(criterion, modifier, value);
        };
    }

    private static Predicate<Value> string(Criterion criterion, @Nullable String modifier, String asked) {
        if ("exact".equals(modifier)) {
            return value -> value.text().equals(asked);
        }
        String folded = Folding.fold(asked);
        if ("contains".equals(modifier)) {
            return value -> Folding.fold(value.text()).contains(folded);
        }
        requireNoModifier(criterion, modifier, "exact, contains or missing");
        return value -> Folding.fold(value.text()).startsWith(folded);
    }

    private static Predicate<Value> words(Criterion criterion, @Nullable String modifier, String asked) {
        requireNoModifier(criterion, modifier, "missing");
        List<String> wanted = Folding.words(asked);
        return value -> {
            List<String> words = Folding.words(value.text());
            return wanted.stream().allMatch(prefix -> words.stream().anyMatch(word -> word.startsWith(prefix)));
        };
    }

    private static Predicate<Value> token(Criterion criterion, @Nullable String modifier, String asked) {
        if (!"not".equals(modifier)) {
            requireNoModifier(criterion, modifier, "not, below, above or missing");
        }
        int bar = unescapedBar(asked);
        if (bar < 0) {
            String code = unescape(asked);
            return value -> value.text().equals(code);
        }
        String system = unescape(asked.substring(0, bar));
        String code = unescape(asked.substring(bar + 1));
        if (system.isEmpty()) {
            return value -> value.system() == null && value.text().equals(code);
        }
        return value -> system.equals(value.system()) && (code.isEmpty() || value.text().equals(code));
    }

    /**
     * Codes below or above the one asked for, itself included. A code that its system does not have is refused: what is below it is not
     * known, and nothing found would look like an answer.
     */
    private static Predicate<Value> related(Criterion criterion, String direction, String asked, Subsumption subsumption) {
        int bar = unescapedBar(asked);
        String system = bar < 0 ? null : unescape(asked.substring(0, bar));
        String code = unescape(asked.substring(bar + 1));
        if (system != null && !subsumption.knows(system, code)) {
            throw new UnusableCriterionException(
                    name(criterion), asked, "a code of a code system that is loaded, whose hierarchy tells what is " + direction);
        }
        return value -> (system == null || system.equals(value.system()))
                && (direction.equals("below")
                        ? subsumption.subsumes(value.system(), code, value.text())
                        : subsumption.subsumes(value.system(), value.text(), code));
    }

    private static Predicate<Value> number(Criterion criterion, @Nullable String modifier, String asked) {
        int bar = unescapedBar(asked);
        String squeezed = asked.substring(0, bar + 1) + squeeze(asked.substring(bar + 1));
        Predicate<Value> exact = token(criterion, modifier, asked);
        Predicate<Value> spelled = token(criterion, modifier, squeezed);
        return value -> exact.test(value) || spelled.test(new Value(value.system(), squeeze(value.text())));
    }

    private static String squeeze(String number) {
        return number.replaceAll("[\\s._]+", "").toUpperCase(Locale.ROOT);
    }

    private static Predicate<Value> uri(Criterion criterion, @Nullable String modifier, String asked) {
        if ("below".equals(modifier)) {
            return value -> value.text().startsWith(asked);
        }
        requireNoModifier(criterion, modifier, "below or missing");
        return value -> value.text().equals(asked);
    }

    private static Predicate<Value> canonical(Criterion criterion, @Nullable String modifier, String asked) {
        if ("below".equals(modifier)) {
            return value -> value.text().startsWith(asked);
        }
        requireNoModifier(criterion, modifier, "below or missing");
        if (asked.indexOf('|') >= 0) {
            return value -> value.text().equals(asked);
        }
        return value -> {
            String text = value.text();
            return text.startsWith(asked) && (text.length() == asked.length() || text.charAt(asked.length()) == '|');
        };
    }

    private static Predicate<Value> date(Criterion criterion, @Nullable String modifier, String asked) {
        requireNoModifier(criterion, modifier, "missing");
        DateRange.Comparison prefix = DateRange.Comparison.of(asked);
        DateRange range = range(criterion, prefix == null ? asked : asked.substring(2));
        DateRange.Comparison comparison = prefix == null ? DateRange.Comparison.EQ : prefix;
        return value -> {
            DateRange own = DateRange.period(value.text());
            return own != null && own.is(comparison, range);
        };
    }

    private static DateRange range(Criterion criterion, String asked) {
        DateRange range = DateRange.parse(asked);
        if (range == null) {
            throw new UnusableCriterionException(
                    criterion.parameter().name(), asked, "a date such as 2024, 2024-05-01 or ge2024-05-01T12:00:00Z");
        }
        return range;
    }

    /** Whether the whole of what is asked for lies in the value's period. */
    private static Predicate<Value> within(Criterion criterion, @Nullable String modifier, String asked) {
        requireNoModifier(criterion, modifier, "missing");
        DateRange range = range(criterion, asked);
        return value -> {
            DateRange own = DateRange.period(value.text());
            return own != null && !range.start().isBefore(own.start()) && !range.end().isAfter(own.end());
        };
    }

    private static void requireNoModifier(Criterion criterion, @Nullable String modifier, String supported) {
        if (modifier != null) {
            throw new UnusableCriterionException(
                    name(criterion), String.join(",", criterion.values()), "another modifier: " + supported);
        }
    }

    private static int unescapedBar(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '|') {
                return i;
            }
        }
        return -1;
    }

    /** Resolves FHIR's escapes in search values: {@code \,}, {@code \|}, {@code \$} and {@code \\}. */
    static String unescape(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain.append(c == '\\' && i + 1 < text.length() ? text.charAt(++i) : c);
        }
        return plain.toString();
    }
}
