package no.normverk.terminology.comparison;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.FilterOperator;
import no.normverk.terminology.comparison.Comparison.Codes;
import no.normverk.terminology.valueset.CodeSystemFinder;
import no.normverk.terminology.valueset.ConceptReference;
import no.normverk.terminology.valueset.EvaluationSettings;
import no.normverk.terminology.valueset.Include;
import no.normverk.terminology.valueset.IncludePlace;
import no.normverk.terminology.valueset.IncludeFilter;
import no.normverk.terminology.valueset.ValueSetDefinition;
import no.normverk.terminology.valueset.ValueSetEvaluator;
import org.jspecify.annotations.Nullable;

/**
 * Compares definitions, code system by code system, by what they say: whole systems, lists of codes, the same filters, one concept's descendants. So even value sets of a code system that is
 * not at hand, or that no list can hold, can be compared. Definitions that exclude or import something are not looked into.
 *
 * <p>Two whole code systems count as the same whatever version each value set names, which is how HL7's suite has it ({@code related2/related-ver-all-diff-cs-version}). Codes are
 * compared without regard to versions. Codes are told for one code system, the last that both list codes of, since a code alone does not tell its system.
 */
final class DefinitionComparer {

    /** What is found for one code system. */
    private record Found(Shares shares, @Nullable Codes codes) {

        static Found of(boolean common, boolean onlyFirst, boolean onlyOther) {
            return new Found(new Shares(common, onlyFirst, onlyOther), null);
        }
    }

    /** An include with what cannot matter left out: order, and how the version was arrived at. */
    private record Meaning(@Nullable String version, Set<String> codes, Set<IncludeFilter> filters) {}

    private final CodeSystemFinder systems;
    private final EvaluationSettings settings;
    private final boolean expressionsCount;

    DefinitionComparer(CodeSystemFinder systems, EvaluationSettings settings, boolean expressionsCount) {
        this.systems = systems;
        this.settings = settings;
        this.expressionsCount = expressionsCount;
    }

    /** What the definitions tell, or {@code null} when they do not. */
    @Nullable Comparison compare(ValueSetDefinition first, ValueSetDefinition other) {
        if (!isPlain(first) || !isPlain(other) || leavesInactiveOut(first) != leavesInactiveOut(other)) {
            return null;
        }
        Map<String, List<Include>> ofFirst = bySystem(first);
        Map<String, List<Include>> ofOther = bySystem(other);
        Set<String> urls = new LinkedHashSet<>(ofFirst.keySet());
        urls.addAll(ofOther.keySet());
        Shares shares = Shares.NOTHING;
        Codes codes = null;
        for (String url : urls) {
            Found found = compare(first, ofFirst.get(url), other, ofOther.get(url));
            if (found == null) {
                return null;
            }
            shares = shares.or(found.shares);
            codes = found.codes == null ? codes : found.codes;
        }
        return Comparison.of(shares, false, codes);
    }

    private static boolean isPlain(ValueSetDefinition valueSet) {
        return valueSet.excludes().isEmpty()
                && valueSet.includes().stream().allMatch(include -> include.system() != null && include.valueSets().isEmpty());
    }

    private boolean leavesInactiveOut(ValueSetDefinition valueSet) {
        return settings.activeOnly() || Boolean.FALSE.equals(valueSet.inactive());
    }

    private static Map<String, List<Include>> bySystem(ValueSetDefinition valueSet) {
        Map<String, List<Include>> includes = new LinkedHashMap<>();
        for (Include include : valueSet.includes()) {
            includes.computeIfAbsent(String.valueOf(include.system()), url -> new ArrayList<>()).add(include);
        }
        return includes;
    }

    private @Nullable Found compare(
            ValueSetDefinition first, @Nullable List<Include> ofFirst, ValueSetDefinition other, @Nullable List<Include> ofOther) {
        if (ofFirst == null || ofOther == null) {
            boolean onlyFirst = ofFirst != null && holdsSomething(first, ofFirst);
            boolean onlyOther = ofOther != null && holdsSomething(other, ofOther);
            return Found.of(false, onlyFirst, onlyOther);
        }
        if (ofFirst.stream().anyMatch(Include::isWholeSystem) && ofOther.stream().anyMatch(Include::isWholeSystem)) {
            return Found.of(true, false, false);
        }
        if (ofFirst.stream().allMatch(DefinitionComparer::isList) && ofOther.stream().allMatch(DefinitionComparer::isList)) {
            return lists(first, ofFirst, other, ofOther);
        }
        if (meanings(ofFirst).equals(meanings(ofOther))) {
            return Found.of(true, false, false);
        }
        return descendants(first, ofFirst, other, ofOther);
    }

    private static boolean isList(Include include) {
        return !include.concepts().isEmpty() && include.filters().isEmpty();
    }

    private @Nullable CodeSystemVersion system(Include include) {
        return systems.find(String.valueOf(include.system()), version(include));
    }

    private @Nullable String version(Include include) {
        return settings.versions().apply(String.valueOf(include.system()), include.version());
    }

    /** Whether includes hold any concept; those of a code system that is not at hand are taken at their word. */
    private boolean holdsSomething(ValueSetDefinition valueSet, List<Include> includes) {
        for (Include include : includes) {
            CodeSystemVersion system = system(include);
            if (system == null || !members(valueSet, include, system).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private ConceptSet members(ValueSetDefinition valueSet, Include include, CodeSystemVersion system) {
        ConceptSet members = new ValueSetEvaluator(systems, settings)
                .part(valueSet, include, system, IncludePlace.of(valueSet, include))
                .members();
        return leavesInactiveOut(valueSet) ? members.and(system.active()) : members;
    }

    private @Nullable Found lists(
            ValueSetDefinition first, List<Include> ofFirst, ValueSetDefinition other, List<Include> ofOther) {
        Set<String> a = codes(first, ofFirst);
        Set<String> b = codes(other, ofOther);
        if (a == null || b == null) {
            return null;
        }
        List<String> common = a.stream().filter(b::contains).toList();
        List<String> missing = a.stream().filter(code -> !b.contains(code)).toList();
        List<String> extra = b.stream().filter(code -> !a.contains(code)).toList();
        Codes codes = a.size() + b.size() > ValueSetComparer.LISTED ? null : new Codes(common, missing, extra);
        return new Found(new Shares(!common.isEmpty(), !missing.isEmpty(), !extra.isEmpty()), codes);
    }

    /**
     * Listed codes as their system writes them, in alphabetical order, for a code system that is not at hand has no other; {@code null} when not every one of them is a concept that counts, so
     * that the list is not what the value set holds.
     */
    private @Nullable Set<String> codes(ValueSetDefinition valueSet, List<Include> includes) {
        Set<String> codes = new TreeSet<>();
        for (Include include : includes) {
            CodeSystemVersion system = system(include);
            for (ConceptReference reference : include.concepts()) {
                int ordinal = system == null ? -1 : system.locate(reference.code());
                if (system != null && (ordinal < 0 || (leavesInactiveOut(valueSet) && system.isInactive(ordinal)))) {
                    return null;
                }
                codes.add(system == null ? reference.code() : system.code(ordinal));
            }
        }
        return codes;
    }

    private Set<Meaning> meanings(List<Include> includes) {
        Set<Meaning> meanings = new HashSet<>();
        for (Include include : includes) {
            CodeSystemVersion system = system(include);
            Set<String> codes = new HashSet<>();
            include.concepts().forEach(reference -> codes.add(reference.code()));
            meanings.add(new Meaning(
                    system == null ? version(include) : system.header().version(), codes, new HashSet<>(include.filters())));
        }
        return meanings;
    }

    /**
     * One concept's descendants against another's, in one version: what holds for concepts holds for what a grammar puts together of them, but where neither contains the other, a grammar can put
     * together what is in both.
     */
    private @Nullable Found descendants(
            ValueSetDefinition first, List<Include> ofFirst, ValueSetDefinition other, List<Include> ofOther) {
        String a = ancestor(ofFirst);
        String b = ancestor(ofOther);
        CodeSystemVersion system = system(ofFirst.getFirst());
        if (a == null || b == null || system == null || !CodeSystemFinder.isSame(system, system(ofOther.getFirst()))) {
            return null;
        }
        int above = system.locate(a);
        int below = system.locate(b);
        if (above < 0 || below < 0) {
            return null;
        }
        ConceptSet inFirst = members(first, ofFirst.getFirst(), system);
        ConceptSet inOther = members(other, ofOther.getFirst(), system);
        boolean open = expressionsCount && system.hasGrammar();
        boolean contained = system.subsumes(above, below) || system.subsumes(below, above);
        if (!contained && (open || inFirst.intersects(inOther))) {
            return null;
        }
        return Found.of(
                inFirst.intersects(inOther), !inOther.containsAll(inFirst), !inFirst.containsAll(inOther));
    }

    /** The concept whose descendants and itself are meant, when nothing else is. */
    private static @Nullable String ancestor(List<Include> includes) {
        Include include = includes.getFirst();
        if (includes.size() != 1 || !include.concepts().isEmpty() || include.filters().size() != 1) {
            return null;
        }
        IncludeFilter filter = include.filters().getFirst();
        boolean isA = FilterOperator.IS_A.code().equals(filter.operator())
                && ("concept".equals(filter.property()) || "code".equals(filter.property()));
        return isA ? filter.value() : null;
    }
}
