package no.normverk.terminology.naming;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.TerminologyException;

/** Naming systems by each of their identifiers, immutable. */
public final class NamingSystems {

    /** FHIR's kinds of identifiers. */
    public static final Set<String> TYPES = Set.of("oid", "uuid", "uri", "other");

    private final Map<String, List<NamingSystem>> byId = new HashMap<>();

    public NamingSystems(Collection<NamingSystem> systems) {
        for (NamingSystem system : systems) {
            for (UniqueId id : system.ids()) {
                List<NamingSystem> named = byId.computeIfAbsent(UniqueId.plain(id.value()), value -> new ArrayList<>(1));
                if (!named.contains(system)) {
                    named.add(system);
                }
            }
        }
    }

    /**
     * The identifier of a type of the system that some identifier belongs to; an OID without prefix. Several naming systems may speak of one system, as packages from different makers do: as long as they
     * prefer the same identifier, that is the answer.
     *
     * @param id an OID, with or without {@code urn:oid:}, a UUID, a URI or another identifier
     * @throws TerminologyException when no system has the identifier, or several that prefer different ones, or the system has no identifier of the type, or several of which none is preferred
     */
    public String preferred(String id, String type) {
        List<NamingSystem> found = byId.getOrDefault(UniqueId.plain(id.strip()), List.of());
        if (found.isEmpty()) {
            throw notFound(Message.of("preferred-id-unknown", id), "id");
        }
        if (found.size() == 1) {
            return only(found.getFirst(), type);
        }
        List<String> values = found.stream().flatMap(system -> told(system, type).stream()).distinct().toList();
        boolean allTell = found.stream().allMatch(system -> told(system, type).isPresent());
        if (values.size() != 1 || !(allTell || preferOneUri(found))) {
            throw ambiguous(Message.of("preferred-id-ambiguous", id, names(found)), "id");
        }
        return values.getFirst();
    }

    /** Whether systems are one by what {@link Aliases} goes by: the URI that they prefer. */
    private static boolean preferOneUri(List<NamingSystem> systems) {
        List<Optional<String>> uris = systems.stream().map(system -> told(system, "uri")).distinct().toList();
        return uris.size() == 1 && uris.getFirst().isPresent();
    }

    /** The identifier of a type where there is one to tell. */
    private static Optional<String> told(NamingSystem system, String type) {
        List<UniqueId> candidates = candidates(system, type);
        return candidates.size() == 1 ? Optional.of(written(candidates.getFirst(), type)) : Optional.empty();
    }

    private static String written(UniqueId id, String type) {
        return type.equals("oid") ? UniqueId.plain(id.value()) : id.value();
    }

    /** The preferred identifiers of a type, or else all of it. */
    private static List<UniqueId> candidates(NamingSystem system, String type) {
        List<UniqueId> ofType = system.ids().stream().filter(one -> one.type().equals(type)).toList();
        List<UniqueId> preferred = ofType.stream().filter(UniqueId::preferred).toList();
        return preferred.isEmpty() ? ofType : preferred;
    }

    private static String only(NamingSystem system, String type) {
        List<UniqueId> candidates = candidates(system, type);
        if (candidates.isEmpty()) {
            throw notFound(Message.of("preferred-id-none", system.name(), type), "type");
        }
        if (candidates.size() > 1) {
            String all = candidates.stream().map(UniqueId::value).collect(Collectors.joining(", "));
            throw ambiguous(Message.of("preferred-id-several", system.name(), type, all), "type");
        }
        return written(candidates.getFirst(), type);
    }

    private static String names(List<NamingSystem> systems) {
        return systems.stream().map(NamingSystem::name).collect(Collectors.joining(", "));
    }

    private static TerminologyException notFound(Message message, String expression) {
        return new TerminologyException(Issue.error("not-found", "not-found", message, expression));
    }

    private static TerminologyException ambiguous(Message message, String expression) {
        return new TerminologyException(Issue.error("multiple-matches", null, message, expression));
    }
}
