package no.normverk.terminology.memory;

import com.google.re2j.PatternSyntaxException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.ConceptFilter;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.FilterOperator;
import no.normverk.terminology.Hierarchy;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.search.BoundedRegex;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * The filters of {@code ValueSet.compose} on a code system version, by looking at every concept; those on the hierarchy come from the hierarchy.
 *
 * <p>Regular expressions are those of {@link BoundedRegex}, so none can hold the server up.
 */
public final class PropertyFilters {

    private final CodeSystemVersion system;

    public PropertyFilters(CodeSystemVersion system) {
        this.system = system;
    }

    /**
     * The concepts that a filter selects.
     *
     * @throws TerminologyException when the filter cannot be understood
     */
    public ConceptSet select(ConceptFilter filter) {
        return switch (filter.property()) {
            case "concept", "code" -> byConcept(filter);
            case "display" -> byText(filter, ordinal -> system.display(ordinal));
            case "definition" -> byText(filter, ordinal -> system.definition(ordinal));
            case "parent" -> byRelative(filter, true);
            case "child" -> byRelative(filter, false);
            default -> byProperty(filter);
        };
    }

    private ConceptSet byConcept(ConceptFilter filter) {
        Hierarchy hierarchy = system.hierarchy();
        return switch (filter.operator()) {
            case REGEX -> matchingCodes(regex(filter));
            case IN -> codes(filter.value());
            case NOT_IN -> system.all().minus(codes(filter.value()));
            case EXISTS -> exists(filter) ? system.all() : ConceptSet.EMPTY;
            case EQUALS -> oneCode(filter.value());
            default -> {
                int concept = system.locate(filter.value());
                if (concept < 0) {
                    yield filter.operator() == FilterOperator.IS_NOT_A
                            ? system.all()
                            : ConceptSet.EMPTY;
                }
                yield switch (filter.operator()) {
                    case IS_A -> hierarchy.selfAndDescendants(concept);
                    case DESCENDENT_OF -> hierarchy.descendants(concept);
                    case IS_NOT_A -> system.all().minus(hierarchy.selfAndDescendants(concept));
                    case GENERALIZES -> hierarchy.selfAndAncestors(concept);
                    case CHILD_OF -> hierarchy.children(concept);
                    case DESCENDENT_LEAF -> hierarchy.descendants(concept).and(hierarchy.leaves());
                    default -> throw notUnderstood(filter);
                };
            }
        };
    }

    private ConceptSet matchingCodes(BoundedRegex regex) {
        return ConceptSet.where(system.size(), ordinal -> regex.matches(system.code(ordinal)));
    }

    private ConceptSet oneCode(String code) {
        int ordinal = system.locate(code);
        return ordinal < 0 ? ConceptSet.EMPTY : ConceptSet.of(ordinal);
    }

    private ConceptSet codes(String list) {
        RoaringBitmap found = new RoaringBitmap();
        for (String code : list.split(",")) {
            int ordinal = system.locate(code.trim());
            if (ordinal >= 0) {
                found.add(ordinal);
            }
        }
        return ConceptSet.of(found);
    }

    private interface TextOf {
        @org.jspecify.annotations.Nullable String of(int ordinal);
    }

    private ConceptSet byText(ConceptFilter filter, TextOf text) {
        return byValues(filter, condition -> ConceptSet.where(system.size(), ordinal -> {
            String value = text.of(ordinal);
            return value != null && condition.test(value);
        }));
    }

    private ConceptSet byRelative(ConceptFilter filter, boolean parent) {
        Hierarchy hierarchy = system.hierarchy();
        return byValues(filter, condition -> ConceptSet.where(system.size(), ordinal -> {
            int count = parent ? hierarchy.parentCount(ordinal) : hierarchy.childCount(ordinal);
            for (int i = 0; i < count; i++) {
                int relative = parent ? hierarchy.parent(ordinal, i) : hierarchy.child(ordinal, i);
                if (condition.test(system.code(relative))) {
                    return true;
                }
            }
            return false;
        }));
    }

    private ConceptSet byProperty(ConceptFilter filter) {
        return byValues(filter, condition -> having(filter.property(), condition));
    }

    /**
     * What a filter on values selects: some value satisfies it, or, for {@code not-in} and {@code exists = false}, none does.
     *
     * @param having the concepts with a value that satisfies a condition
     */
    private ConceptSet byValues(ConceptFilter filter, Function<Predicate<String>, ConceptSet> having) {
        return switch (filter.operator()) {
            case EXISTS -> {
                boolean wanted = exists(filter);
                ConceptSet found = having.apply(value -> true);
                yield wanted ? found : system.all().minus(found);
            }
            case NOT_IN -> system.all().minus(having.apply(in(filter.value())));
            default -> having.apply(condition(filter));
        };
    }

    private boolean exists(ConceptFilter filter) {
        return switch (filter.value()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw notUnderstood(filter);
        };
    }

    private ConceptSet having(String property, Predicate<String> condition) {
        return ConceptSet.where(system.size(), ordinal -> {
            for (ConceptProperty candidate : system.properties(ordinal)) {
                if (candidate.code().equals(property) && condition.test(candidate.value().text())) {
                    return true;
                }
            }
            return false;
        });
    }

    /**
     * The concepts with a property of which the value, or what the value is called, meets the filter's condition: for systems whose property values have names of their own.
     *
     * @param names the name of a value, or {@code null}
     * @throws TerminologyException when the filter cannot be understood
     */
    public ConceptSet selectByValueOrName(ConceptFilter filter, UnaryOperator<@Nullable String> names) {
        if (filter.operator() == FilterOperator.EXISTS || filter.operator() == FilterOperator.NOT_IN) {
            return byProperty(filter);
        }
        Predicate<String> condition = condition(filter);
        return having(filter.property(), value -> {
            String name = names.apply(value);
            return condition.test(value) || (name != null && condition.test(name));
        });
    }

    private Predicate<String> condition(ConceptFilter filter) {
        return switch (filter.operator()) {
            case EQUALS -> filter.value()::equals;
            case IN -> in(filter.value());
            case REGEX -> {
                BoundedRegex regex = regex(filter);
                yield regex::matches;
            }
            default -> throw notUnderstood(filter);
        };
    }

    private static Predicate<String> in(String list) {
        Set<String> values = new HashSet<>();
        Arrays.stream(list.split(",")).map(String::trim).forEach(values::add);
        return values::contains;
    }

    private BoundedRegex regex(ConceptFilter filter) {
        try {
            return BoundedRegex.compile(filter.value());
        } catch (PatternSyntaxException e) {
            throw invalidRegex(filter, e.getDescription());
        }
    }

    private TerminologyException invalidRegex(ConceptFilter filter, String why) {
        return new TerminologyException(Issue.error(
                "invalid",
                "vs-invalid",
                Message.of("invalid-regex", system.header().url(), filter.property(), filter.value(), why),
                null));
    }

    private TerminologyException notUnderstood(ConceptFilter filter) {
        return new TerminologyException(Issue.error(
                "not-supported",
                "vs-invalid",
                Message.of(
                        "FILTER_NOT_UNDERSTOOD",
                        filter.property(),
                        filter.operator().code(),
                        filter.value(),
                        system.header().url()),
                null));
    }
}
