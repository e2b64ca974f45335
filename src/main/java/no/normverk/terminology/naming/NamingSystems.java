package no.normverk.terminology.naming;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
     * The identifier of a type of the system that some identifier belongs to; an OID without prefix.
     *
     * @param id an OID, with or without {@code urn:oid:}, a UUID, a URI or another identifier
     * @throws TerminologyException when no system has the identifier, or more than one, or the system has no identifier of the type, or several of which none is preferred
     */
    public String preferred(String id, String type) {
        NamingSystem system = only(id);
        List<UniqueId> ofType = system.ids().stream().filter(one -> one.type().equals(type)).toList();
        List<UniqueId> preferred = ofType.stream().filter(UniqueId::preferred).toList();
        List<UniqueId> candidates = preferred.isEmpty() ? ofType : preferred;
        if (candidates.isEmpty()) {
            throw notFound(Message.of("preferred-id-none", system.name(), type), "type");
        }
        if (candidates.size() > 1) {
            String all = candidates.stream().map(UniqueId::value).collect(Collectors.joining(", "));
            throw ambiguous(Message.of("preferred-id-several", system.name(), type, all), "type");
        }
        String value = candidates.getFirst().value();
        return type.equals("oid") ? UniqueId.plain(value) : value;
    }

    private NamingSystem only(String id) {
        List<NamingSystem> found = byId.getOrDefault(UniqueId.plain(id.strip()), List.of());
        if (found.isEmpty()) {
            throw notFound(Message.of("preferred-id-unknown", id), "id");
        }
        if (found.size() > 1) {
            String names = found.stream().map(NamingSystem::name).collect(Collectors.joining(", "));
            throw ambiguous(Message.of("preferred-id-ambiguous", id, names), "id");
        }
        return found.getFirst();
    }

    private static TerminologyException notFound(Message message, String expression) {
        return new TerminologyException(Issue.error("not-found", "not-found", message, expression));
    }

    private static TerminologyException ambiguous(Message message, String expression) {
        return new TerminologyException(Issue.error("multiple-matches", null, message, expression));
    }
}
