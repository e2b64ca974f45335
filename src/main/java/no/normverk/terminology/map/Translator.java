package no.normverk.terminology.map;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.Coding;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.Registry;
import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.Versions;
import org.jspecify.annotations.Nullable;

/** Answers what codes correspond to, from the concept maps of a registry. */
public final class Translator {

    /** How many maps may send a code on to one another. */
    private static final int LONGEST_WAY = 100;

    private final Registry registry;

    public Translator(Registry registry) {
        this.registry = registry;
    }

    /**
     * Translates.
     *
     * @throws TerminologyException when the map named does not exist, or a map sends unmapped codes round in a circle
     */
    public Translation translate(TranslationRequest request) {
        List<ConceptMapDefinition> maps = maps(request);
        List<Translation.Match> matches = new ArrayList<>();
        for (Coding coding : request.codings()) {
            for (ConceptMapDefinition map : maps) {
                collect(request, map, coding, new Walk(matches, new LinkedHashSet<>(), new HashSet<>()));
            }
        }
        return new Translation(matches.stream().distinct().toList(), matches.isEmpty() ? nothingFound(request, maps) : null);
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
            } else if (coding.system() != null) {
                candidates.addAll(registry.conceptMapsTo(coding.system()));
            }
        }
        return candidates.stream()
                .filter(map -> fits(request.sourceScope(), map.sourceScope()))
                .filter(map -> fits(request.targetScope(), map.targetScope()))
                .toList();
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
        boolean fits = matches(group.source(), coding.system())
                && matches(group.target(), request.otherSystem())
                && versionFits(group.sourceVersion(), coding.version());
        if (!fits || coding.code() == null) {
            return;
        }
        List<MapTarget> targets = group.targets(coding.code());
        if (targets == null) {
            unmapped(request, map, group, coding, walk);
            return;
        }
        for (MapTarget target : targets) {
            if (dependenciesHold(target, request.dependencies())) {
                walk.matches.add(new Translation.Match(concept(request, group, target), target, null, map.canonical()));
            }
        }
    }

    /** A system as the caller calls it, or as the map does where the caller does not name it. */
    private static @Nullable String asCalled(@Nullable String wanted, @Nullable String groupSystem) {
        return wanted == null || groupSystem == null ? groupSystem : wanted;
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
                walk.matches.add(new Translation.Match(concept(request, group, same), same, null, map.canonical()));
            }
            case Unmapped.Fixed fixed -> {
                MapTarget always = new MapTarget(fixed.code(), fixed.display(), "relatedto", null, List.of(), List.of());
                walk.matches.add(new Translation.Match(concept(request, group, always), always, null, map.canonical()));
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
        boolean fits = matches(group.target(), coding.system())
                && matches(group.source(), request.otherSystem())
                && versionFits(group.targetVersion(), coding.version());
        if (!fits || coding.code() == null) {
            return;
        }
        for (MapSource source : group.sources(coding.code())) {
            MapTarget mapping = source.mapping();
            Coding target = new Coding(asCalled(coding.system(), group.target()), group.targetVersion(), mapping.code(), mapping.display());
            Coding from = new Coding(asCalled(request.otherSystem(), group.source()), group.sourceVersion(), source.code(), source.display());
            matches.add(new Translation.Match(target, mapping, from, map.canonical()));
        }
    }

    private boolean matches(@Nullable String groupSystem, @Nullable String wanted) {
        return wanted == null || groupSystem == null || registry.isSameSystem(groupSystem, wanted);
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

    private static Message nothingFound(TranslationRequest request, List<ConceptMapDefinition> maps) {
        Coding first = request.codings().getFirst();
        String code = (first.system() == null ? "" : first.system()) + "#" + first.code();
        return maps.isEmpty()
                ? Message.of("translate-without-map", code, request.otherSystem() == null ? "" : request.otherSystem())
                : Message.of("translate-not-mapped", code, maps.stream()
                        .map(map -> map.canonical().toString())
                        .collect(Collectors.joining(", ")));
    }
}
