package no.normverk.terminology.valueset;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Coding;
import no.normverk.terminology.ConceptFilter;
import no.normverk.terminology.Explanation.Join;
import no.normverk.terminology.Explanation;
import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.Versions;
import org.jspecify.annotations.Nullable;

/**
 * How a value set comes to its concepts, include by include and filter by filter, with counts and times; and which of these a code satisfies. Everything is worked out anew for the
 * explanation, so that answers nobody wants explained cost nothing more.
 */
public final class ValueSetExplanation {

    private final CodeSystemFinder systems;
    private final EvaluationSettings settings;
    private final @Nullable Coding coding;
    private final ImportResolver imports;
    private final ImportPath path = new ImportPath();
    private final Map<ValueSetDefinition, Explanation> told = new IdentityHashMap<>();

    /** Explains how value sets come to their concepts, whatever code anybody has in mind. */
    public ValueSetExplanation(CodeSystemFinder systems, EvaluationSettings settings) {
        this(systems, settings, null);
    }

    private ValueSetExplanation(CodeSystemFinder systems, EvaluationSettings settings, @Nullable Coding coding) {
        this.systems = systems;
        this.settings = settings;
        this.coding = coding;
        this.imports = new ImportResolver(systems.registry(), settings);
    }

    /** The same with a code to tell of. */
    public ValueSetExplanation about(Coding asked) {
        return new ValueSetExplanation(systems, settings, asked);
    }

    /**
     * Explains a value set. One that is imported again and again is told of once; after that its count and whether it holds the code are repeated, not its steps.
     *
     * @throws TerminologyException when the definition cannot be followed
     */
    public Explanation explain(ValueSetDefinition valueSet) {
        Explanation before = told.get(valueSet);
        if (before != null) {
            return new Explanation(Join.ITSELF, before.clause(), before.count(), 0, before.holds(), List.of());
        }
        Explanation explanation = explained(valueSet);
        told.put(valueSet, explanation);
        return explanation;
    }

    private Explanation explained(ValueSetDefinition valueSet) {
        path.enter(valueSet);
        long start = System.nanoTime();
        int count = new ValueSetEvaluator(systems, settings)
                .parts(valueSet).stream().mapToInt(part -> part.members().cardinality()).sum();
        long nanos = System.nanoTime() - start;
        Explanation included = any("include", steps(valueSet, valueSet.includes(), false));
        List<Explanation> steps = new ArrayList<>(List.of(included));
        if (!valueSet.excludes().isEmpty()) {
            steps.add(any("exclude", steps(valueSet, valueSet.excludes(), true)));
        }
        Boolean holds = holds(steps);
        path.leave();
        Explanation found = new Explanation(
                steps.size() > 1 ? Join.WITHOUT : Join.ALL, valueSet.label(), count, nanos, holds, steps);
        return settings.activeOnly() || Boolean.FALSE.equals(valueSet.inactive()) ? activeOnly(found, valueSet) : found;
    }

    private static Explanation any(String clause, List<Explanation> steps) {
        Boolean holds = steps.stream().allMatch(step -> step.holds() == null)
                ? null
                : Boolean.valueOf(steps.stream().anyMatch(step -> Boolean.TRUE.equals(step.holds())));
        return new Explanation(Join.ANY, clause, Explanation.NOT_COUNTED, 0, holds, steps);
    }

    /** The first and none of the others. */
    private static @Nullable Boolean holds(List<Explanation> steps) {
        Boolean first = steps.getFirst().holds();
        return first == null
                ? null
                : first && steps.stream().skip(1).noneMatch(step -> Boolean.TRUE.equals(step.holds()));
    }

    private Explanation activeOnly(Explanation all, ValueSetDefinition valueSet) {
        Boolean active = coding == null ? null : isActive(valueSet);
        Explanation step = new Explanation(Join.ITSELF, "active concepts only", Explanation.NOT_COUNTED, 0, active, List.of());
        Boolean holds = all.holds() == null ? null : all.holds() && Boolean.TRUE.equals(active);
        return new Explanation(Join.ALL, all.clause(), all.count(), all.nanos(), holds, List.of(all, step));
    }

    private boolean isActive(ValueSetDefinition valueSet) {
        for (Include include : valueSet.includes()) {
            CodeSystemVersion system = include.system() == null ? null : system(include);
            int ordinal = system == null ? -1 : ordinal(system);
            if (system != null && ordinal >= 0) {
                return !system.isInactive(ordinal);
            }
        }
        // What only imports know of is judged there.
        return true;
    }

    private List<Explanation> steps(ValueSetDefinition valueSet, List<Include> includes, boolean exclude) {
        List<Explanation> steps = new ArrayList<>();
        for (int i = 0; i < includes.size(); i++) {
            steps.add(step(valueSet, includes.get(i), new IncludePlace(exclude, i)));
        }
        return steps;
    }

    private Explanation step(ValueSetDefinition valueSet, Include include, IncludePlace place) {
        List<Explanation> steps = new ArrayList<>();
        String clause = place.toString();
        int count = Explanation.NOT_COUNTED;
        long nanos = 0;
        CodeSystemVersion system = include.system() == null ? null : system(include);
        if (system != null) {
            clause = place + ": " + system.header().canonical();
            long start = System.nanoTime();
            count = new ValueSetEvaluator(systems, settings).part(valueSet, include, system, place).members().cardinality();
            nanos = System.nanoTime() - start;
            steps.addAll(ofSystem(include, system, place));
        }
        for (Canonical canonical : include.valueSets()) {
            steps.add(explain(imports.resolve(valueSet, canonical)));
        }
        Boolean holds = coding == null ? null : steps.stream().allMatch(step -> Boolean.TRUE.equals(step.holds()));
        return new Explanation(Join.ALL, clause, count, nanos, holds, steps);
    }

    private List<Explanation> ofSystem(Include include, CodeSystemVersion system, IncludePlace place) {
        List<Explanation> steps = new ArrayList<>();
        int ordinal = ordinal(system);
        if (coding != null) {
            boolean known = ordinal >= 0;
            steps.add(new Explanation(
                    Join.ITSELF, "code of " + system.header().canonical(), system.size(), 0, known, List.of()));
        }
        if (!include.concepts().isEmpty()) {
            Boolean listed = coding == null
                    ? null
                    : Boolean.valueOf(ordinal >= 0 && IncludeMatcher.reference(include, system, ordinal) != null);
            steps.add(new Explanation(Join.ITSELF, place + ".concept", include.concepts().size(), 0, listed, List.of()));
            return steps;
        }
        for (int i = 0; i < include.filters().size(); i++) {
            ConceptFilter filter = IncludeMatcher.usable(include, i, place);
            // Of a code that is not there no filter says anything: none of them is to blame.
            steps.add(system.explain(filter, ordinal));
        }
        return steps;
    }

    private int ordinal(CodeSystemVersion system) {
        if (coding == null || coding.code() == null || !system.header().url().equals(coding.system())) {
            return -1;
        }
        return system.locate(coding.code());
    }

    /** The version that membership is looked for in: the one the coding names where the include allows it, otherwise the best that it allows. */
    private @Nullable CodeSystemVersion system(Include include) {
        String url = String.valueOf(include.system());
        String wanted = settings.versions().apply(url, include.version());
        String named = coding == null || !url.equals(coding.system()) ? null : coding.version();
        CodeSystemVersion system = null;
        if (named != null && (wanted == null || Versions.matches(wanted, named))) {
            system = systems.find(url, named);
        }
        system = system == null ? systems.find(url, wanted) : system;
        if (system == null) {
            return null;
        }
        List<String> codes = new ArrayList<>();
        include.concepts().forEach(reference -> codes.add(reference.code()));
        if (coding != null && coding.code() != null && url.equals(coding.system())) {
            codes.add(coding.code());
        }
        return codes.isEmpty() ? system : systems.understanding(system, codes);
    }
}
