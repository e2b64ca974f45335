package no.normverk.terminology.naming;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The URIs under which one and the same code system is known, immutable: what naming systems of code systems declare.
 *
 * <p>Two naming systems speak of the same code system when they prefer the same URI, or all that one names is named by the other. Where two share a URI otherwise, one claims what is the other's: then the
 * contested URI stands for nothing but itself, and the conflict is told.
 */
public final class Aliases {
    /** No aliases at all. */
    public static final Aliases NONE = new Aliases(Map.of(), List.of());

    private static final String OID = "urn:oid:";

    private final Map<String, List<String>> others;
    private final List<Conflict> conflicts;
    private final Map<String, Conflict> contested;

    /**
     * A URI that naming systems of different code systems claim.
     *
     * @param uri the URI
     * @param claimants the names of the naming systems
     */
    public record Conflict(String uri, List<String> claimants) {
        public Conflict {
            claimants = List.copyOf(claimants);
        }
    }

    private Aliases(Map<String, List<String>> others, List<Conflict> conflicts) {
        this.others = others;
        this.conflicts = conflicts;
        this.contested = conflicts.stream().collect(Collectors.toMap(Conflict::uri, conflict -> conflict));
    }

    /** What is claimed to be one code system. */
    private static final class Claim {
        private final Set<String> names = new LinkedHashSet<>();
        private final Set<String> uris = new LinkedHashSet<>();
        private final Set<String> preferred = new HashSet<>();

        static Claim of(NamingSystem system) {
            Claim claim = new Claim();
            claim.names.add(system.name());
            for (UniqueId id : system.ids()) {
                String uri = uri(id);
                if (uri != null) {
                    claim.uris.add(uri);
                    if (id.preferred() && id.type().equals("uri")) {
                        claim.preferred.add(uri);
                    }
                }
            }
            return claim;
        }

        boolean isSame(Claim other) {
            return preferred.stream().anyMatch(other.preferred::contains)
                    || uris.containsAll(other.uris)
                    || other.uris.containsAll(uris);
        }

        void add(Claim other) {
            names.addAll(other.names);
            uris.addAll(other.uris);
            preferred.addAll(other.preferred);
        }
    }

    /** What the naming systems declare, whatever order they come in. */
    public static Aliases of(Collection<NamingSystem> systems) {
        Claims claims = new Claims();
        // The most telling first, so that what repeats a part of it is seen to.
        systems.stream()
                .map(Claim::of)
                .filter(claim -> claim.uris.size() > 1)
                .sorted((a, b) -> Integer.compare(b.uris.size(), a.uris.size()))
                .forEach(claims::add);
        List<Conflict> conflicts = new ArrayList<>();
        claims.byUri.forEach((uri, of) -> {
            if (of.size() > 1) {
                conflicts.add(new Conflict(uri, of.stream().flatMap(claim -> claim.names.stream()).distinct().sorted().toList()));
            }
        });
        Map<String, List<String>> others = new HashMap<>();
        for (Claim claim : claims.all) {
            List<String> uncontested = claim.uris.stream().filter(uri -> claims.of(uri).size() == 1).toList();
            for (String uri : uncontested) {
                others.put(uri, uncontested.stream().filter(other -> !other.equals(uri)).toList());
            }
        }
        return new Aliases(Map.copyOf(others), List.copyOf(conflicts));
    }

    /** Claims that are not the same, each under its URIs: only those that share one are ever compared, for there are thousands. */
    private static final class Claims {
        private final Set<Claim> all = new LinkedHashSet<>();
        private final Map<String, Set<Claim>> byUri = new TreeMap<>();

        Set<Claim> of(String uri) {
            return byUri.getOrDefault(uri, Set.of());
        }

        /** Adds a claim, with what those say that speak of the same code system. */
        void add(Claim claim) {
            Set<Claim> sharing = claim.uris.stream().flatMap(uri -> of(uri).stream()).filter(claim::isSame).collect(Collectors.toSet());
            List<Claim> same = sharing.isEmpty() ? List.of() : all.stream().filter(sharing::contains).toList();
            same.forEach(other -> {
                claim.add(other);
                other.uris.forEach(uri -> of(uri).remove(other));
                all.remove(other);
            });
            all.add(claim);
            claim.uris.forEach(uri -> byUri.computeIfAbsent(uri, none -> new LinkedHashSet<>(1)).add(claim));
        }
    }

    private static @Nullable String uri(UniqueId id) {
        return switch (id.type()) {
            case "uri" -> id.value();
            case "oid" -> OID + UniqueId.plain(id.value());
            case "uuid" -> "urn:uuid:" + UniqueId.plain(id.value());
            default -> null;
        };
    }

    /** The other URIs of the code system that a URI stands for; none when it is not known to have any. */
    public List<String> others(String uri) {
        return others.getOrDefault(uri, List.of());
    }

    /** Whether two URIs stand for the same code system. */
    public boolean isSame(String uri, String other) {
        return uri.equals(other) || others(uri).contains(other);
    }

    /** Who claims a URI that more than one code system is said to have; {@code null} for any other. */
    public @Nullable Conflict conflict(String uri) {
        return contested.get(uri);
    }

    /** The URIs that more than one code system is said to have, in order. */
    public List<Conflict> conflicts() {
        return conflicts;
    }
}
