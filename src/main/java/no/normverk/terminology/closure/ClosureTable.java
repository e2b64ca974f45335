package no.normverk.terminology.closure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Coding;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.Registry;
import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.Versions;
import org.jspecify.annotations.Nullable;

/**
 * One closure table. It stays with the version of each code system that answered first: a table of which one half follows one version and the other half another would be wrong. When that version is no
 * longer there, the table must be begun anew.
 */
final class ClosureTable {

    /** The concepts of one code system that are in the table. */
    private record Scope(@Nullable String version, List<Coding> concepts) {}

    private record Key(String system, String code) {}

    private final String name;
    private final int limit;
    private final Map<String, Scope> scopes = new HashMap<>();
    private final Set<Key> known = new HashSet<>();
    private final List<ClosureEntry> entries = new ArrayList<>();

    /** How many entries each version had: that of version v is at v. */
    private final List<Integer> versions = new ArrayList<>(List.of(0));

    private int size;

    ClosureTable(String name, int limit) {
        this.name = name;
        this.limit = limit;
    }

    synchronized int size() {
        return size;
    }

    synchronized ClosureUpdate since(String version) {
        int from = version(version);
        return new ClosureUpdate(versions.size() - 1, List.copyOf(entries.subList(versions.get(from), entries.size())));
    }

    private int version(String version) {
        try {
            int number = Integer.parseInt(version);
            if (number >= 0 && number < versions.size()) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below: this table never had such a version.
        }
        throw new TerminologyException(
                Issue.error("not-found", "not-found", Message.of("closure-version-unknown", name, version), "version"));
    }

    synchronized ClosureUpdate add(List<Coding> concepts, Registry registry) {
        Map<String, List<Coding>> fresh = new LinkedHashMap<>();
        Set<Key> keys = new HashSet<>();
        int more = 0;
        for (Coding concept : concepts) {
            Key key = new Key(String.valueOf(concept.system()), String.valueOf(concept.code()));
            if (!known.contains(key) && keys.add(key)) {
                fresh.computeIfAbsent(scopeOf(key.system, fresh.keySet(), registry), system -> new ArrayList<>()).add(concept);
                more += 1 + key.code.length() / 64;
            }
        }
        checkSize(more);
        Map<String, Scope> changed = new HashMap<>();
        List<ClosureEntry> added = new ArrayList<>();
        for (Map.Entry<String, List<Coding>> ofSystem : fresh.entrySet()) {
            Scope scope = scopes.get(ofSystem.getKey());
            CodeSystemVersion system = system(ofSystem.getKey(), ofSystem.getValue(), scope, registry);
            if (system == null) {
                ofSystem.getValue().forEach(concept -> added.add(unmatched(concept)));
            } else {
                List<Coding> before = scope == null ? List.of() : scope.concepts;
                ClosureGrowth growth = new ClosureGrowth(system, before, limit - size - more);
                if (!growth.knowsAllOf(before)) {
                    throw mustBeReinitialised();
                }
                added.addAll(growth.entries(ofSystem.getValue()));
                changed.put(ofSystem.getKey(), new Scope(system.header().version(), growth.concepts()));
            }
            checkSize(more + added.size());
        }
        scopes.putAll(changed);
        known.addAll(keys);
        entries.addAll(added);
        versions.add(entries.size());
        size += more + added.size();
        return new ClosureUpdate(versions.size() - 1, List.copyOf(added));
    }

    /** The name under which the table first met a system: concepts relate to one another whichever of its names their codings use. */
    private String scopeOf(String system, Set<String> alsoMet, Registry registry) {
        return Stream.concat(scopes.keySet().stream(), alsoMet.stream())
                .filter(met -> registry.isSameSystem(met, system))
                .findFirst()
                .orElse(system);
    }

    static ClosureEntry unmatched(Coding concept) {
        return new ClosureEntry(concept, null, ClosureEntry.Meaning.UNMATCHED);
    }

    private @Nullable CodeSystemVersion system(
            String url, List<Coding> concepts, @Nullable Scope scope, Registry registry) {
        String asked = concepts.stream().map(concept -> version(concept, registry)).filter(Objects::nonNull).findFirst().orElse(null);
        CodeSystemVersion system = registry.codeSystem(url, scope == null ? asked : scope.version);
        if (scope != null && (system == null || !Objects.equals(system.header().version(), scope.version))) {
            throw mustBeReinitialised();
        }
        if (system == null) {
            return null;
        }
        String version = system.header().version();
        for (Coding concept : concepts) {
            String named = version(concept, registry);
            if (named != null && !Versions.matches(named, version)) {
                Message message = Message.of("closure-other-version", name, url, String.valueOf(version), named);
                throw new TerminologyException(Issue.error("conflict", "version-error", message, "concept.version"));
            }
        }
        return system;
    }

    /** The version that a coding names, be it in the URI of its system. */
    private static @Nullable String version(Coding concept, Registry registry) {
        return concept.system() == null ? concept.version() : registry.meant(concept.system(), concept.version()).version();
    }

    private TerminologyException mustBeReinitialised() {
        return new TerminologyException(Issue.error("conflict", null, Message.of("closure-stale", name), "name"));
    }

    private void checkSize(int more) {
        if (size + more > limit) {
            throw tooLarge(limit);
        }
    }

    static TerminologyException tooLarge(int limit) {
        return new TerminologyException(
                Issue.error("too-costly", "too-costly", Message.of("closure-too-large", Integer.toString(limit)), "concept"));
    }
}
