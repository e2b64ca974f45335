package no.normverk.fhir.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
    static Predicate<List<Value>> of(Criterion criterion, CodeSystems systems) {
        String modifier = criterion.modifier();
        if ("missing".equals(modifier)) {
            return missing(criterion);
        }
        List<Predicate<Value>> alternatives = new ArrayList<>();
        for (String value : criterion.values()) {
            alternatives.add(of(criterion, modifier, value, systems));
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
            Criterion criterion, @Nullable String modifier, String value, CodeSystems systems) {
        return switch (criterion.parameter().kind()) {
            case STRING -> string(criterion, modifier, unescape(value));
            case WORDS -> words(criterion, modifier, unescape(value));
            case TOKEN -> switch (modifier) {
                case "below", "above" -> related(criterion, modifier, value, systems);
                case null, default -> token(criterion, modifier, value, systems);
            };
            case CODE -> {
                requireCode(criterion, value, systems);
                yield token(criterion, modifier, value, systems);
            }
            case OVERLAPPING -> overlapping(criterion, modifier, value, systems);
            case RELATED -> {
                requireNoModifier(criterion, modifier, "missing");
                yield related(criterion, "below", value, systems).or(related(criterion, "above", value, systems));
            }
            case NUMBER -> number(criterion, modifier, value, systems);
            case URI -> uri(criterion, modifier, unescape(value));
            case CANONICAL -> canonical(criterion, modifier, unescape(value));
            case REFERENCE -> reference(criterion, modifier, unescape(value), systems);
            case SYSTEM -> named(criterion, modifier, unescape(value), systems);
            case COMPOSITE -> composite(criterion, modifier, value, systems);
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

    private static Predicate<Value> token(Criterion criterion, @Nullable String modifier, String asked, CodeSystems systems) {
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
        return value -> systems.isSame(system, value.system()) && (code.isEmpty() || value.text().equals(code));
    }

    /**
     * Codes below or above the one asked for, itself included. A code that its system does not have is refused: what is below it is not
     * known, and nothing found would look like an answer.
     */
    private static Predicate<Value> related(Criterion criterion, String direction, String asked, CodeSystems systems) {
        int bar = unescapedBar(asked);
        String system = bar < 0 ? null : unescape(asked.substring(0, bar));
        String code = unescape(asked.substring(bar + 1));
        if (system != null && !systems.knows(system, code)) {
            throw new UnusableCriterionException(
                    name(criterion), asked, "a code of a code system that is loaded, whose hierarchy tells what is " + direction);
        }
        return value -> (system == null || systems.isSame(system, value.system()))
                && (direction.equals("below")
                        ? systems.subsumes(value.system(), code, value.text())
                        : systems.subsumes(value.system(), value.text(), code));
    }

    private static Predicate<Value> overlapping(Criterion criterion, @Nullable String modifier, String asked, CodeSystems systems) {
        if (!"not".equals(modifier)) {
            requireNoModifier(criterion, modifier, "not or missing");
        }
        requireCode(criterion, asked, systems);
        int bar = unescapedBar(asked);
        String code = unescape(asked.substring(bar + 1));
        if (code.isEmpty()) {
            return token(criterion, modifier, asked, systems);
        }
        Predicate<Value> inSystem = bar <= 0 ? any -> true : token(criterion, modifier, asked.substring(0, bar + 1), systems);
        return value -> inSystem.test(value) && systems.overlap(code, value.text());
    }

    /** Refuses a code that the parameter's code system does not have. */
    private static void requireCode(Criterion criterion, String asked, CodeSystems systems) {
        String system = criterion.parameter().codeSystem();
        String code = unescape(asked.substring(unescapedBar(asked) + 1));
        String others = system == null || code.isEmpty() ? null : systems.othersThan(system, code);
        if (others != null) {
            throw new UnusableCriterionException(name(criterion), asked, others);
        }
    }

    /** The resource's own numbers are squeezed already. */
    private static Predicate<Value> number(Criterion criterion, @Nullable String modifier, String asked, CodeSystems systems) {
        int bar = unescapedBar(asked);
        return token(criterion, modifier, asked.substring(0, bar + 1) + Numbers.squeeze(asked.substring(bar + 1)), systems);
    }

    private static Predicate<Value> uri(Criterion criterion, @Nullable String modifier, String asked) {
        if ("below".equals(modifier)) {
            return value -> value.text().startsWith(asked);
        }
        requireNoModifier(criterion, modifier, "below or missing");
        return value -> value.text().equals(asked);
    }

    /** A code system by any of its names. */
    private static Predicate<Value> named(Criterion criterion, @Nullable String modifier, String asked, CodeSystems systems) {
        return systems.names(asked).stream()
                .map(name -> canonical(criterion, modifier, name))
                .reduce(Predicate::or)
                .orElseThrow();
    }

    /** The same, or a resource by its type and id, or by its id alone (FHIR R4, 3.1.1.4.12); either may be written with the server's address. */
    private static Predicate<Value> reference(Criterion criterion, @Nullable String modifier, String asked, CodeSystems systems) {
        Predicate<Value> named = named(criterion, modifier, asked, systems);
        if (modifier != null) {
            return named;
        }
        return asked.indexOf(':') < 0
                ? named.or(value -> value.text().endsWith("/" + asked))
                : named.or(value -> value.text().indexOf(':') < 0 && asked.endsWith("/" + value.text()));
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

    /** All components, in one place of the resource. */
    private static Predicate<Value> composite(Criterion criterion, @Nullable String modifier, String asked, CodeSystems systems) {
        requireNoModifier(criterion, modifier, "missing");
        List<SearchParameter> components = criterion.parameter().source() instanceof SearchParameter.Together together ? together.components() : List.of();
        List<String> parts = parts(asked);
        if (parts.size() != components.size() || parts.stream().allMatch(String::isEmpty)) {
            throw new UnusableCriterionException(
                    name(criterion),
                    asked,
                    components.stream().map(SearchParameter::name).collect(Collectors.joining("$")) + ", of which some, not all, may be left empty");
        }
        List<Predicate<Value>> conditions = new ArrayList<>();
        for (int i = 0; i < components.size(); i++) {
            String part = parts.get(i);
            conditions.add(part.isEmpty() ? any -> true : of(new Criterion(components.get(i), null, List.of(part)), null, part, systems));
        }
        return value -> {
            for (int i = 0; i < conditions.size(); i++) {
                boolean holds = parts.get(i).isEmpty() || value.components().get(i).stream().anyMatch(conditions.get(i));
                if (!holds) {
                    return false;
                }
            }
            return true;
        };
    }

    /** Splits at dollar signs that are not escaped. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '$') {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
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
