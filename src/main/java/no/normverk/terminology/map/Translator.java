package no.normverk.terminology.map;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Coding;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.Registry;
import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.Versions;
import no.normverk.terminology.validation.UnknownCode;
import no.normverk.terminology.validity.Day;
import org.jspecify.annotations.Nullable;

/** Answers what codes correspond to, from the concept maps of a registry. */
public final class Translator {

    /** How many maps may send a code on to one another. */
    private static final int LONGEST_WAY = 100;

    private final Registry registry;
    private final MappedAncestors ancestors;
    private final CodeSpellings spellings;

    public Translator(Registry registry) {
        this.registry = registry;
        this.spellings = new CodeSpellings(registry);
        this.ancestors = new MappedAncestors(registry);
    }

    /**
     * Translates. A code without a row goes by its nearest broader codes that have one, and the match says so; a code that nothing is known of gets an entry for each map asked that says why.
     *
     * @throws TerminologyException when the map named does not exist, a map sends unmapped codes round in a circle, or a system is named by a URI that different ones claim
     */
    public Translation translate(TranslationRequest request) {
        List<ConceptMapDefinition> maps = maps(request);
        List<Translation.Match> matches = new ArrayList<>();
        for (Coding coding : request.codings()) {
            if (!request.through().isEmpty() && request.otherSystem() != null) {
                matches.addAll(new ChainTranslator(this).translate(request, coding, request.otherSystem()));
                continue;
            }
            for (ConceptMapDefinition map : maps) {
                collect(request, inVersionOf(coding, map, request), coding, new Walk(matches, new LinkedHashSet<>(), new HashSet<>()));
            }
        }
        Message message = matches.isEmpty() ? nothingFound(request, maps) : null;
        if (matches.isEmpty()) {
            registry.refuseContested(request.otherSystem());
            request.codings().forEach(coding -> registry.refuseContested(coding.system()));
            request.codings().forEach(coding -> matches.addAll(unmatched(request, maps, coding)));
        }
        return new Translation(matches.stream().distinct().toList(), message);
    }

    /** That the maps asked have nothing on a code, and why; nothing for maps that are of other systems. */
    private List<Translation.Match> unmatched(TranslationRequest request, List<ConceptMapDefinition> maps, Coding coding) {
        return maps.stream()
                .filter(map -> concerns(request, map, coding))
                .map(map -> Translation.Match.none(map.canonical(), null, whyNothing(request, map, coding)))
                .toList();
    }

    /** Whether a map is of the systems in question. */
    private boolean concerns(TranslationRequest request, ConceptMapDefinition map, Coding coding) {
        return map.groups().stream()
                .anyMatch(group -> request.reverse() ? fitsInReverse(request, group, coding) : fits(request, group, coding));
    }

    private Message whyNothing(TranslationRequest request, ConceptMapDefinition map, Coding coding) {
        String code = label(coding);
        if (request.reverse()) {
            return Message.of("translate-nothing-leads-here", code, map.canonical().toString());
        }
        CodeSystemVersion system = coding.system() == null ? null : registry.codeSystem(coding.system(), coding.version());
        if (system != null && system.locate(String.valueOf(coding.code())) < 0 && !system.hasGrammar()) {
            return UnknownCode.message(system, String.valueOf(coding.code()));
        }
        boolean byAncestors = map.groups().stream().anyMatch(MapGroup::coversNarrowerCodes);
        return Message.of(byAncestors ? "translate-no-row" : "translate-not-mapped", code, map.canonical().toString());
    }

    private static String label(Coding coding) {
        return (coding.system() == null ? "" : coding.system()) + "#" + coding.code();
    }

    /**
     * One coding on its way through maps that send it on to others.
     *
     * @param matches what has been found
     * @param path URLs of the maps on the way
     * @param done maps that need not be asked again
     */
    private record Walk(List<Translation.Match> matches, Set<String> path, Set<ConceptMapDefinition> done) {}

    private List<ConceptMapDefinition> maps(TranslationRequest request) {
        if (request.suppliedMap() != null) {
            return List.of(request.suppliedMap());
        }
        if (request.map() != null) {
            return List.of(mapNamed(request.map().url(), request.map().version()));
        }
        Set<ConceptMapDefinition> candidates = new LinkedHashSet<>();
        for (Coding coding : request.codings()) {
            String from = request.reverse() ? request.otherSystem() : coding.system();
            if (from != null) {
                candidates.addAll(registry.conceptMapsFrom(from));
                String base = registry.lineage().base(from);
                if (base != null) {
                    candidates.addAll(registry.conceptMapsFrom(base));
                }
            } else if (coding.system() != null) {
                candidates.addAll(registry.conceptMapsTo(coding.system()));
            }
        }
        return candidates.stream()
                .filter(map -> fits(request.sourceScope(), map.sourceScope()))
                .filter(map -> fits(request.targetScope(), map.targetScope()))
                .filter(map -> request.codings().stream().anyMatch(coding -> concerns(request, map, coding)))
                .toList();
    }

    /**
     * The map as it was in the version of the code: maps that come with a code system, such as those of SNOMED CT, are versioned as it is. It makes a difference only where the caller
     * names a version of the code and none of the map.
     */
    private ConceptMapDefinition inVersionOf(Coding coding, ConceptMapDefinition map, TranslationRequest request) {
        boolean open = request.suppliedMap() == null && (request.map() == null || request.map().version() == null);
        if (!open || coding.version() == null || Versions.matches(coding.version(), map.version())) {
            return map;
        }
        ConceptMapDefinition other = registry.conceptMap(map.url(), coding.version());
        return other == null ? map : other;
    }

    private static boolean fits(@Nullable String wanted, @Nullable Canonical scope) {
        return wanted == null || (scope != null && scope.url().equals(Canonical.parse(wanted).url()));
    }

    private ConceptMapDefinition mapNamed(String url, @Nullable String version) {
        ConceptMapDefinition map = registry.conceptMap(url, version);
        if (map == null) {
            throw new TerminologyException(Issue.error(
                    "not-found",
                    "not-found",
                    Message.of(
                            "concept-map-unknown",
                            Canonical.of(url, version).toString()),
                    null));
        }
        return map;
    }

    private void collect(
            TranslationRequest request,
            ConceptMapDefinition map,
            Coding coding,
            Walk walk) {
        if (!walk.path.add(map.url())) {
            throw new TerminologyException(Issue.error(
                    "processing", null, Message.of("concept-map-circular", map.url(), String.join(", ", walk.path)), null));
        }
        if (walk.path.size() > LONGEST_WAY) {
            throw new TerminologyException(Issue.error(
                    "processing",
                    null,
                    Message.of("concept-map-too-deep", walk.path.iterator().next(), Integer.toString(LONGEST_WAY)),
                    null));
        }
        for (MapGroup group : map.groups()) {
            if (request.reverse()) {
                reverse(request, map, group, coding, walk.matches);
            } else {
                forward(request, map, group, coding, walk);
            }
        }
        walk.path.remove(map.url());
        walk.done.add(map);
    }

    private void forward(
            TranslationRequest request,
            ConceptMapDefinition map,
            MapGroup group,
            Coding coding,
            Walk walk) {
        if (!fits(request, group, coding)) {
            return;
        }
        List<MappedAncestors.Row> rows = ancestors.rows(group, coding);
        if (rows.isEmpty()) {
            unmapped(request, map, group, coding, walk);
        }
        for (MappedAncestors.Row row : rows) {
            for (MapTarget target : row.targets().isEmpty() ? List.of(MapTarget.none()) : row.targets()) {
                if (dependenciesHold(target, request.dependencies())) {
                    walk.matches.add(row.own() ? own(request, map, group, coding, target) : inherited(request, map, group, coding, row, target));
                }
            }
        }
    }

    /** A system as the caller calls it, or as the map does where the caller does not name it. */
    private static @Nullable String asCalled(@Nullable String wanted, @Nullable String groupSystem) {
        return wanted == null || groupSystem == null ? groupSystem : wanted;
    }

    private static Translation.Match own(TranslationRequest request, ConceptMapDefinition map, MapGroup group, Coding coding, MapTarget target) {
        Message reason = target.isUnmatched()
                ? Message.of("translate-said-unmatched", label(coding), map.canonical().toString())
                : null;
        return new Translation.Match(concept(request, group, target), target, null, map.canonical(), null, reason, List.of());
    }

    /** What is said of a broader code, as far as it holds for a code that it covers. */
    private static Translation.Match inherited(
            TranslationRequest request, ConceptMapDefinition map, MapGroup group, Coding coding, MappedAncestors.Row row, MapTarget target) {
        String broader = row.via();
        Coding via = new Coding(coding.system(), coding.version(), broader, null);
        if (target.isUnmatched()) {
            Message reason =
                    Message.of("translate-ancestor-unmatched", label(coding), map.canonical().toString(), broader);
            return Translation.Match.none(map.canonical(), via, reason);
        }
        MapTarget wider = target.with(row.forNarrowerCode(target));
        Message reason = Message.of("translate-via-ancestor", label(coding), map.canonical().toString(), broader);
        return new Translation.Match(concept(request, group, wider), wider, null, map.canonical(), via, reason, List.of());
    }

    /** Whether a group is about the system of a coding, or the international one it is an edition of, and leads where it shall. */
    private boolean fits(TranslationRequest request, MapGroup group, Coding coding) {
        boolean ofSystem = matches(group.source(), group.sourceAliases(), coding.system()) && versionFits(group.sourceVersion(), version(coding));
        boolean thither = matches(group.target(), group.targetAliases(), request.otherSystem())
                && versionFits(group.targetVersion(), releaseNamed(request.otherSystem()));
        return coding.code() != null
                && (ofSystem || isBase(group.source(), coding.system()))
                && (thither || isBase(group.target(), request.otherSystem()));
    }

    /** Whether a group's system is the international one of which the system asked about is a national edition, so that its codes are codes of that too. */
    private boolean isBase(@Nullable String groupSystem, @Nullable String asked) {
        String base = asked == null ? null : registry.lineage().base(asked);
        return base != null && registry.isSameSystem(base, groupSystem);
    }

    /** The version of a coding, be it that the system's URI names it. */
    private @Nullable String version(Coding coding) {
        return coding.version() == null ? releaseNamed(coding.system()) : coding.version();
    }

    private @Nullable String releaseNamed(@Nullable String system) {
        return system == null ? null : registry.meant(system, null).version();
    }

    private boolean fitsInReverse(TranslationRequest request, MapGroup group, Coding coding) {
        boolean ofSystem = matches(group.target(), group.targetAliases(), coding.system()) && versionFits(group.targetVersion(), version(coding));
        boolean thither = matches(group.source(), group.sourceAliases(), request.otherSystem())
                && versionFits(group.sourceVersion(), releaseNamed(request.otherSystem()));
        return coding.code() != null
                && (ofSystem || isBase(group.target(), coding.system()))
                && (thither || isBase(group.source(), request.otherSystem()));
    }

    private static @Nullable Coding concept(TranslationRequest request, MapGroup group, MapTarget target) {
        return target.code() == null
                ? null
                : new Coding(asCalled(request.otherSystem(), group.target()), group.targetVersion(), target.code(), target.display());
    }

    private void unmapped(
            TranslationRequest request,
            ConceptMapDefinition map,
            MapGroup group,
            Coding coding,
            Walk walk) {
        Unmapped rule = group.unmapped();
        switch (rule) {
            case null -> {}
            case Unmapped.Provided provided -> {
                MapTarget same = new MapTarget(coding.code(), coding.display(), "equal", null, List.of(), List.of());
                walk.matches.add(Translation.Match.of(concept(request, group, same), same, null, map.canonical()));
            }
            case Unmapped.Fixed fixed -> {
                MapTarget always = new MapTarget(fixed.code(), fixed.display(), "relatedto", null, List.of(), List.of());
                walk.matches.add(Translation.Match.of(concept(request, group, always), always, null, map.canonical()));
            }
            case Unmapped.OtherMap other -> {
                Canonical canonical = Canonical.parse(other.url());
                ConceptMapDefinition next = mapNamed(canonical.url(), canonical.version());
                if (!walk.done.contains(next)) {
                    collect(request, next, coding, walk);
                }
            }
        }
    }

    private void reverse(
            TranslationRequest request,
            ConceptMapDefinition map,
            MapGroup group,
            Coding coding,
            List<Translation.Match> matches) {
        if (!fitsInReverse(request, group, coding)) {
            return;
        }
        for (MapSource source : spellings.of(coding).stream().flatMap(code -> group.sources(code).stream()).distinct().toList()) {
            MapTarget mapping = source.mapping();
            Coding target = new Coding(asCalled(coding.system(), group.target()), group.targetVersion(), mapping.code(), mapping.display());
            Coding from = new Coding(asCalled(request.otherSystem(), group.source()), group.sourceVersion(), source.code(), source.display());
            matches.add(Translation.Match.of(target, mapping, from, map.canonical()));
        }
    }

    private boolean matches(@Nullable String groupSystem, Set<String> alsoKnownAs, @Nullable String wanted) {
        return wanted == null
                || groupSystem == null
                || registry.isSameSystem(groupSystem, wanted)
                || alsoKnownAs.stream().anyMatch(name -> registry.isSameSystem(name, wanted));
    }

    private static boolean versionFits(@Nullable String groupVersion, @Nullable String wanted) {
        return wanted == null || groupVersion == null || Versions.matches(wanted, groupVersion);
    }

    private static boolean dependenciesHold(MapTarget target, List<MapAttribute> facts) {
        return facts.isEmpty()
                || target.dependsOn().stream()
                        .allMatch(condition -> facts.stream()
                                .filter(fact -> fact.property().equals(condition.property()))
                                .allMatch(fact -> fact.value().equals(condition.value())));
    }

    private Message nothingFound(TranslationRequest request, List<ConceptMapDefinition> maps) {
        String code = label(request.codings().getFirst());
        Day day = registry.dayAsked();
        if (maps.isEmpty() && day != null) {
            List<ConceptMapDefinition> today = new Translator(registry.on(Day.today())).maps(request);
            if (!today.isEmpty()) {
                String named = today.stream().map(map -> map.canonical().toString()).collect(Collectors.joining(", "));
                return Message.of("translate-map-not-in-force", code, day.date().toString(), named);
            }
        }
        return maps.isEmpty()
                ? Message.of("translate-without-map", code, request.otherSystem() == null ? "" : request.otherSystem())
                : Message.of("translate-not-mapped", code, maps.stream()
                        .map(map -> map.canonical().toString())
                        .collect(Collectors.joining(", ")));
    }
}
