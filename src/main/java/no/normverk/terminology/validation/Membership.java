package no.normverk.terminology.validation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Coding;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.Standing;
import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.Versions;
import no.normverk.terminology.valueset.CodeSystemFinder;
import no.normverk.terminology.valueset.ConceptReference;
import no.normverk.terminology.valueset.EvaluationSettings;
import no.normverk.terminology.valueset.ImportPath;
import no.normverk.terminology.valueset.ImportResolver;
import no.normverk.terminology.valueset.Include;
import no.normverk.terminology.valueset.IncludeMatcher;
import no.normverk.terminology.valueset.IncludePlace;
import no.normverk.terminology.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Finds where in a value set a coding could be, without expanding it: an include costs one test of one concept. Lives as long as one request.
 */
final class Membership {

    private static final Comparator<Candidate> NEWEST_FIRST = Comparator.comparing(
            candidate -> candidate.system() == null ? null : candidate.system().header().version(),
            Versions.ASCENDING.reversed());

    private final CodeSystemFinder systems;
    private final EvaluationSettings settings;
    private final ImportResolver imports;
    private final Map<String, Standing> valueSetsOfConcern = new LinkedHashMap<>();
    private final ImportPath path = new ImportPath();
    private @Nullable Coding latest;
    private Map<ValueSetDefinition, List<Candidate>> ofLatest = Map.of();

    Membership(CodeSystemFinder systems, EvaluationSettings settings) {
        this.systems = systems;
        this.settings = settings;
        this.imports = new ImportResolver(systems.registry(), settings);
    }

    /** The standing of those value sets looked at that should not be relied on, by {@code url|version}. */
    Map<String, Standing> valueSetsOfConcern() {
        return valueSetsOfConcern;
    }

    /**
     * The places for a coding with a system, newest code system version first.
     *
     * @throws TerminologyException when an imported value set is missing, imports go in a circle or a filter cannot be used
     */
    List<Candidate> candidates(ValueSetDefinition valueSet, Coding coding) {
        // Codings are asked about one after another; that of many value sets one imports another several times is what must not be worked out anew.
        if (!coding.equals(latest)) {
            latest = coding;
            ofLatest = new IdentityHashMap<>(4);
        }
        List<Candidate> candidates = ofLatest.get(valueSet);
        if (candidates == null) {
            candidates = findCandidates(valueSet, coding);
            ofLatest.put(valueSet, candidates);
        }
        return candidates;
    }

    private List<Candidate> findCandidates(ValueSetDefinition valueSet, Coding coding) {
        path.enter(valueSet);
        if (StandingCheck.concernOfValueSet(valueSet.standing()) != null) {
            valueSetsOfConcern.put(valueSet.label(), valueSet.standing());
        }
        List<Candidate> found = new ArrayList<>();
        for (int i = 0; i < valueSet.includes().size(); i++) {
            Include include = valueSet.includes().get(i);
            if (include.system() == null) {
                found.addAll(imported(valueSet, include, coding));
            } else if (systems.registry().isSameSystem(include.system(), coding.system())) {
                found.add(candidate(valueSet, include, coding, IncludePlace.include(i)));
            }
        }
        List<Candidate> kept = new ArrayList<>(found.size());
        for (Candidate candidate : found) {
            kept.add(afterExcludes(valueSet, found, candidate, coding));
        }
        path.leave();
        if (kept.size() < 2) {
            return kept;
        }
        kept.sort(NEWEST_FIRST);
        return kept.stream().distinct().toList();
    }

    private Candidate candidate(ValueSetDefinition valueSet, Include include, Coding coding, IncludePlace place) {
        // As the caller calls it: that is how the answer calls it.
        String url = Objects.requireNonNull(coding.system());
        String wanted = settings.versions().apply(url, include.version());
        CodeSystemVersion system = systemFor(url, wanted, coding.version());
        boolean resolved = system != null;
        if (system == null) {
            system = insteadOf(url, coding.version());
        }
        if (system != null && coding.code() != null) {
            system = understanding(system, include, coding.code());
        }
        int ordinal = system == null || coding.code() == null ? -1 : system.locate(coding.code());
        ConceptReference reference = ordinal < 0 || system == null ? null : IncludeMatcher.reference(include, system, ordinal);
        boolean member = ordinal >= 0
                && system != null
                && IncludeMatcher.matches(include, system, ordinal, place)
                && isInAllImports(valueSet, include, coding);
        return new Candidate(system, ordinal, member, reference, include.version(), wanted, resolved, false, IncludeMatcher.asksForInactive(include));
    }

    /** A concept of the system's own is found as it is; for any other code the expressions that are listed have to be understood too. */
    private CodeSystemVersion understanding(CodeSystemVersion system, Include include, String asked) {
        return !system.hasGrammar() || system.locate(asked) >= 0 ? system : systems.understanding(system, codes(include, asked));
    }

    private static List<String> codes(Include include, String asked) {
        List<String> codes = new ArrayList<>();
        codes.add(asked);
        include.concepts().forEach(reference -> codes.add(reference.code()));
        return codes;
    }

    /** The version the coding names where the include allows it, otherwise the best that the include allows. */
    private @Nullable CodeSystemVersion systemFor(String url, @Nullable String wanted, @Nullable String ofCoding) {
        if (ofCoding != null && (wanted == null || Versions.matches(wanted, ofCoding))) {
            CodeSystemVersion named = systems.find(url, ofCoding);
            if (named != null) {
                return named;
            }
        }
        return systems.find(url, wanted);
    }

    private @Nullable CodeSystemVersion insteadOf(String url, @Nullable String ofCoding) {
        CodeSystemVersion named = ofCoding == null ? null : systems.find(url, ofCoding);
        if (named != null) {
            return named;
        }
        CodeSystemVersion byRule = systems.find(url, settings.versions().apply(url, null));
        return byRule != null ? byRule : systems.find(url, null);
    }

    private boolean isInAllImports(ValueSetDefinition valueSet, Include include, Coding coding) {
        for (Canonical canonical : include.valueSets()) {
            if (!isMember(imports.resolve(valueSet, canonical), coding)) {
                return false;
            }
        }
        return true;
    }

    private boolean isMember(ValueSetDefinition valueSet, Coding coding) {
        return candidates(valueSet, coding).stream().anyMatch(Candidate::member);
    }

    /** Those of the first import, members as far as every other import holds them too. */
    private List<Candidate> imported(ValueSetDefinition valueSet, Include include, Coding coding) {
        List<Candidate> common = null;
        for (Canonical canonical : include.valueSets()) {
            List<Candidate> found = candidates(imports.resolve(valueSet, canonical), coding);
            if (common == null) {
                common = found;
            } else {
                boolean member = found.stream().anyMatch(Candidate::member);
                common = common.stream().map(candidate -> candidate.asMember(candidate.member() && member)).toList();
            }
        }
        return common == null ? List.of() : common;
    }

    private Candidate afterExcludes(ValueSetDefinition valueSet, List<Candidate> included, Candidate candidate, Coding coding) {
        CodeSystemVersion system = candidate.system();
        if (!candidate.member() || system == null) {
            return candidate;
        }
        for (int i = 0; i < valueSet.excludes().size(); i++) {
            Include exclude = valueSet.excludes().get(i);
            if (isExcluded(valueSet, included, exclude, system, coding, IncludePlace.exclude(i))) {
                return candidate.asMember(false);
            }
        }
        boolean activeOnly = settings.activeOnly() || Boolean.FALSE.equals(valueSet.inactive());
        return activeOnly && system.isInactive(candidate.ordinal()) ? candidate.refusedAsInactive() : candidate;
    }

    private boolean isExcluded(
            ValueSetDefinition valueSet,
            List<Candidate> included,
            Include exclude,
            CodeSystemVersion system,
            Coding coding,
            IncludePlace place) {
        if (exclude.system() == null) {
            return !exclude.valueSets().isEmpty() && isInAllImports(valueSet, exclude, coding);
        }
        if (!systems.registry().isSameSystem(exclude.system(), coding.system()) || coding.code() == null) {
            return false;
        }
        CodeSystemVersion found =
                systems.find(exclude.system(), settings.versions().apply(exclude.system(), exclude.version()));
        if (found == null) {
            throw new TerminologyException(Issue.error(
                    "not-found",
                    "not-found",
                    Message.of("UNKNOWN_CODESYSTEM_VERSION_NONE", exclude.system(), String.valueOf(exclude.version())),
                    null));
        }
        CodeSystemVersion excluded = understanding(found, exclude, coding.code());
        boolean comparable = CodeSystemFinder.isSame(excluded, system)
                || ImportResolver.excludesAcross(
                        valueSet, included.stream().anyMatch(candidate -> CodeSystemFinder.isSame(candidate.system(), excluded)));
        int ordinal = excluded.locate(coding.code());
        return comparable
                && ordinal >= 0
                && IncludeMatcher.matches(exclude, excluded, ordinal, place)
                && isInAllImports(valueSet, exclude, coding);
    }

    /** The code systems that a value set and its imports draw on, in order. */
    Set<String> systemsOf(ValueSetDefinition valueSet) {
        Set<String> found = new LinkedHashSet<>();
        collectSystems(valueSet, found, Collections.newSetFromMap(new IdentityHashMap<>()));
        return found;
    }

    private void collectSystems(ValueSetDefinition valueSet, Set<String> found, Set<ValueSetDefinition> done) {
        if (!done.add(valueSet)) {
            return;
        }
        path.enter(valueSet);
        for (Include include : valueSet.includes()) {
            if (include.system() != null) {
                found.add(include.system());
            } else {
                include.valueSets().forEach(canonical -> collectSystems(imports.resolve(valueSet, canonical), found, done));
            }
        }
        path.leave();
    }
}
