package no.normverk.terminology.valueset;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectMaps;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.ConceptFilter;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.FilterOperator;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.Versions;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * Works out which concepts a value set holds, as sets of ordinals per code system version. Lives as long as one request.
 *
 * <p>Cost: hierarchy filters cost what their runs cost, property filters a look at every concept of the system, set operations what the bitmaps cost. Nothing is
 * done per concept that is not asked for.
 */
public final class ValueSetEvaluator {

    private final CodeSystemFinder systems;
    private final EvaluationSettings settings;
    private final ImportResolver imports;
    private final Usage usage = new Usage();
    private final ImportPath path = new ImportPath();
    private final Map<ValueSetDefinition, List<Part>> imported = new IdentityHashMap<>();

    public ValueSetEvaluator(CodeSystemFinder systems, EvaluationSettings settings) {
        this.systems = systems;
        this.settings = settings;
        this.imports = new ImportResolver(systems.registry(), settings);
    }

    public Usage usage() {
        return usage;
    }

    /**
     * The concepts of a value set, include by include; a concept of the same code system version stands in one part only.
     *
     * @throws TerminologyException when the definition cannot be followed: a missing code system or value set, an unusable filter, a circle
     */
    public List<Part> parts(ValueSetDefinition valueSet) {
        return parts(valueSet, false);
    }

    private List<Part> parts(ValueSetDefinition valueSet, boolean imported) {
        path.enter(valueSet);
        usage.valueSet(valueSet, imported);
        List<Part> parts = new ArrayList<>();
        for (Include include : newestPinnedFirst(valueSet.includes())) {
            for (Part part : partsOf(valueSet, include, IncludePlace.of(valueSet, include))) {
                addDisjoint(parts, part);
            }
        }
        List<Part> kept = withoutExcluded(valueSet, parts);
        path.leave();
        if (!settings.activeOnly() && !Boolean.FALSE.equals(valueSet.inactive())) {
            return kept;
        }
        return kept.stream()
                .map(part -> part.withMembers(part.members().and(part.system().active())))
                .toList();
    }

    /** Of several includes of one system, those that pin a version come newest first, and one that does not comes last. */
    private static List<Include> newestPinnedFirst(List<Include> includes) {
        boolean severalOfOne = includes.stream().map(Include::system).filter(Objects::nonNull).distinct().count()
                < includes.stream().map(Include::system).filter(Objects::nonNull).count();
        if (!severalOfOne) {
            return includes;
        }
        List<Include> sorted = new ArrayList<>(includes);
        Comparator<Include> newestFirst = Comparator.comparing(Include::version, Versions.ASCENDING.reversed());
        for (String system : includes.stream().map(Include::system).filter(Objects::nonNull).distinct().toList()) {
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i < includes.size(); i++) {
                if (system.equals(includes.get(i).system())) {
                    places.add(i);
                }
            }
            List<Include> ofSystem = new ArrayList<>(places.stream().map(includes::get).toList());
            ofSystem.sort(newestFirst);
            for (int i = 0; i < places.size(); i++) {
                sorted.set(places.get(i), ofSystem.get(i));
            }
        }
        return sorted;
    }

    private static void addDisjoint(List<Part> parts, Part part) {
        ConceptSet members = part.members();
        boolean first = true;
        for (Part earlier : parts) {
            if (CodeSystemFinder.isSame(earlier.system(), part.system())) {
                members = members.minus(earlier.members());
                first = false;
            }
        }
        if (first || !members.isEmpty()) {
            parts.add(part.withMembers(members));
        }
    }

    private List<Part> withoutExcluded(ValueSetDefinition valueSet, List<Part> parts) {
        if (valueSet.excludes().isEmpty()) {
            return parts;
        }
        List<Part> excluded = new ArrayList<>();
        for (int i = 0; i < valueSet.excludes().size(); i++) {
            excluded.addAll(partsOf(valueSet, valueSet.excludes().get(i), IncludePlace.exclude(i)));
        }
        return parts.stream().map(part -> without(valueSet, parts, part, excluded)).toList();
    }

    private Part without(ValueSetDefinition valueSet, List<Part> parts, Part part, List<Part> excluded) {
        ConceptSet members = part.members();
        for (Part exclusion : excluded) {
            if (CodeSystemFinder.isSame(exclusion.system(), part.system())) {
                members = members.minus(exclusion.members());
            } else if (isSameCodeSystem(exclusion, part) && ImportResolver.excludesAcross(
                    valueSet, parts.stream().anyMatch(included -> CodeSystemFinder.isSame(included.system(), exclusion.system())))) {
                usage.matchVersions();
                members = members.minus(sameCodes(exclusion, part.system()));
            }
        }
        return part.withMembers(members);
    }

    private static boolean isSameCodeSystem(Part first, Part second) {
        return CodeSystemFinder.isSameSystem(first.system(), second.system());
    }

    /** The concepts of {@code target} that have the code of a member of {@code part}. */
    static ConceptSet sameCodes(Part part, CodeSystemVersion target) {
        RoaringBitmap found = new RoaringBitmap();
        part.members().forEach(ordinal -> {
            int other = target.locate(part.system().code(ordinal));
            if (other >= 0) {
                found.add(other);
            }
        });
        return ConceptSet.of(found);
    }

    private List<Part> partsOf(ValueSetDefinition valueSet, Include include, IncludePlace place) {
        String url = include.system();
        if (url == null) {
            return intersectionOfImports(valueSet, include);
        }
        CodeSystemVersion found = resolve(url, include.version());
        boolean resolvedBefore = include.list().resolvedIn(found) != null;
        CodeSystemVersion system = resolvedBefore || include.concepts().isEmpty()
                ? found
                : systems.understanding(found, include.concepts().stream().map(ConceptReference::code).toList());
        usage.statedVersion(url, include.version());
        usage.codeSystem(system);
        return List.of(part(valueSet, include, system, place));
    }

    /** What an include takes from one particular version of its code system. */
    public Part part(ValueSetDefinition valueSet, Include include, CodeSystemVersion system, IncludePlace place) {
        ConceptSet imported = importedMembers(valueSet, include, system);
        if (!include.concepts().isEmpty()) {
            return listed(include, system, imported);
        }
        ConceptSet members = imported == null ? system.all() : imported;
        boolean nested = imported == null;
        for (int i = 0; i < include.filters().size(); i++) {
            ConceptFilter filter = IncludeMatcher.usable(include, i, place);
            members = members.and(system.filter(filter));
            nested &= filter.operator() == FilterOperator.IS_A;
        }
        if (system.hasGrammar() && imported == null && !refusesExpressions(include)) {
            usage.openGrammar(system, include.isWholeSystem());
            tellCommonCodes(system, include);
        }
        return Part.of(system, members, nested, include.isWholeSystem());
    }

    /** A value set that stands in for a whole code system is drawn on, so how far it can be relied on is to be told. */
    private void tellCommonCodes(CodeSystemVersion system, Include include) {
        Canonical common = include.isWholeSystem() ? system.commonCodes() : null;
        ValueSetDefinition listing = common == null ? null : systems.registry().valueSet(common.url(), common.version());
        if (listing != null) {
            usage.standIn(listing);
        }
    }

    private static boolean refusesExpressions(Include include) {
        return include.filters().stream()
                .anyMatch(filter -> "expressions".equals(filter.property()) && "false".equals(filter.value()));
    }

    private static Part listed(Include include, CodeSystemVersion system, @Nullable ConceptSet imported) {
        Part part = include.list().resolvedIn(system);
        if (part == null) {
            part = listed(include, system);
            if (system.isShared()) {
                include.list().keep(part);
            }
        }
        return imported == null ? part : part.withMembers(part.members().and(imported));
    }

    private static Part listed(Include include, CodeSystemVersion system) {
        IntArrayList order = new IntArrayList(include.concepts().size());
        Int2ObjectMap<ConceptReference> references = new Int2ObjectOpenHashMap<>();
        RoaringBitmap members = new RoaringBitmap();
        for (ConceptReference reference : include.concepts()) {
            int ordinal = system.locate(reference.code());
            if (ordinal >= 0 && members.checkedAdd(ordinal)) {
                order.add(ordinal);
                references.put(ordinal, reference);
            }
        }
        return new Part(
                system, ConceptSet.of(members), order.toIntArray(), Int2ObjectMaps.unmodifiable(references), false, false);
    }

    /** The concepts of a system that are in all value sets an include names; {@code null} when it names none. */
    private @Nullable ConceptSet importedMembers(ValueSetDefinition valueSet, Include include, CodeSystemVersion system) {
        ConceptSet common = null;
        for (Canonical canonical : include.valueSets()) {
            ConceptSet members = ConceptSet.EMPTY;
            for (Part part : importedParts(valueSet, canonical)) {
                if (CodeSystemFinder.isSame(part.system(), system)) {
                    members = members.or(part.members());
                } else if (CodeSystemFinder.isSameSystem(part.system(), system)) {
                    members = members.or(sameCodes(part, system));
                }
            }
            common = common == null ? members : common.and(members);
        }
        return common;
    }

    /** What another value set holds, without its hierarchy, worked out once; one contained in this value set is part of it, not an import to tell of. */
    private List<Part> importedParts(ValueSetDefinition valueSet, Canonical canonical) {
        boolean contained = canonical.url().startsWith("#");
        ValueSetDefinition other = imports.resolve(valueSet, canonical);
        List<Part> known = imported.get(other);
        if (known == null) {
            known = parts(other, !contained).stream().map(Part::flat).toList();
            imported.put(other, known);
        }
        return known;
    }

    private List<Part> intersectionOfImports(ValueSetDefinition valueSet, Include include) {
        List<Part> common = null;
        for (Canonical canonical : include.valueSets()) {
            List<Part> parts = importedParts(valueSet, canonical);
            common = common == null ? parts : intersection(common, parts);
        }
        return common == null ? List.of() : common;
    }

    private static List<Part> intersection(List<Part> first, List<Part> second) {
        return first.stream()
                .map(part -> {
                    ConceptSet members = ConceptSet.EMPTY;
                    for (Part other : second) {
                        if (CodeSystemFinder.isSame(other.system(), part.system())) {
                            members = members.or(part.members().and(other.members()));
                        } else if (isSameCodeSystem(other, part)) {
                            members = members.or(part.members().and(sameCodes(other, part.system())));
                        }
                    }
                    return part.withMembers(members);
                })
                .toList();
    }

    /**
     * The code system version that an include draws on.
     *
     * @throws TerminologyException when it is not there, or not the one that a check requires
     */
    private CodeSystemVersion resolve(String url, @Nullable String stated) {
        String wanted = settings.versions().apply(url, stated);
        CodeSystemVersion system = systems.find(url, wanted);
        if (system == null) {
            throw new TerminologyException(Issue.error(
                    "not-found", "not-found", UnknownCodeSystem.inExpansion(systems.registry(), url, wanted), null));
        }
        String required = settings.versions().required(url);
        if (required != null && !Versions.matches(required, system.header().version())) {
            throw new TerminologyException(Issue.error(
                    "exception",
                    "version-error",
                    Message.of("VALUESET_VERSION_CHECK", String.valueOf(system.header().version()), url, required),
                    null));
        }
        return system;
    }
}
