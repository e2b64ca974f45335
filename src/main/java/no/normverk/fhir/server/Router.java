package no.normverk.fhir.server;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import no.normverk.fhir.operation.Operations;
import no.normverk.fhir.operation.Operations.Level;
import no.normverk.fhir.operation.Operations.Offer;
import org.jspecify.annotations.Nullable;

/** Decides what answers a request, by its method and path (FHIR R4, 3.1.0). */
final class Router {

    /**
     * The interactions that are not operations.
     *
     * @param metadata capabilities
     * @param read read and vread
     * @param history history of one resource
     * @param search search of a type
     */
    record Interactions(Interaction metadata, Interaction read, Interaction history, Interaction search) {}

    private static final String READ_ONLY = "GET, HEAD";
    private static final String READ_OR_POST = "GET, HEAD, POST";

    private final Set<String> types;
    private final Operations operations;
    private final OperationInteraction operationInteraction;
    private final Interactions interactions;

    Router(List<String> types, Operations operations, OperationInteraction operationInteraction, Interactions interactions) {
        this.types = Set.copyOf(types);
        this.operations = operations;
        this.operationInteraction = operationInteraction;
        this.interactions = interactions;
    }

    /**
     * The route of a request.
     *
     * @throws Problem 404 for what is not here, 405 for a method that it does not have
     */
    Route route(String method, Target target) {
        String type = target.type();
        String operation = target.operation();
        if (operation != null) {
            return operation(method, target, operation);
        }
        if (type == null) {
            return base(method, target);
        }
        if (!types.contains(type)) {
            throw unknownType(type);
        }
        if ("_history".equals(target.action())) {
            return history(method, target);
        }
        if (target.id() != null) {
            requireRead(method, target);
            return new Route(target, interactions.read);
        }
        return search(method, target);
    }

    private Route base(String method, Target target) {
        if ("metadata".equals(target.action())) {
            requireRead(method, target);
            return new Route(target, interactions.metadata);
        }
        throw Problem.unsupported("there is no interaction on the base itself"
                + (target.action() == null ? "" : " named '" + target.action() + "'")
                + "; see metadata for what this server answers");
    }

    private Route history(String method, Target target) {
        if (target.id() == null) {
            throw Problem.unsupported("the history of a whole type is not offered, only [type]/[id]/_history");
        }
        requireRead(method, target);
        return target.versionId() == null
                ? new Route(target, interactions.history)
                : new Route(target, interactions.read);
    }

    private Route search(String method, Target target) {
        if (target.action() == null) {
            requireRead(method, target);
        } else if (!target.action().equals("_search")) {
            throw Problem.notFound("there is nothing named '" + target.action() + "' on " + target.type());
        } else if (!isRead(method) && !method.equals("POST")) {
            throw Problem.methodNotAllowed(method, READ_OR_POST, where(target));
        }
        return new Route(target, interactions.search);
    }

    private Route operation(String method, Target target, String name) {
        String type = target.type();
        Offer offer = operations.find(type, name);
        Level level = type == null ? Level.SYSTEM : target.id() == null ? Level.TYPE : Level.INSTANCE;
        if (offer == null) {
            throw unknownOperation(type, name);
        }
        if (!offer.levels().contains(level)) {
            throw Problem.unsupported("operation $" + name + " is not offered on " + where(target) + ", only on "
                    + offer.levels().stream().sorted().map(one -> place(offer, one)).collect(Collectors.joining(" and ")));
        }
        boolean allowed = method.equals("POST") || (isRead(method) && !offer.affectsState());
        if (!allowed) {
            throw Problem.methodNotAllowed(method, offer.affectsState() ? "POST" : READ_OR_POST, where(target));
        }
        return new Route(target, call -> operationInteraction.answer(offer, call));
    }

    private static String place(Offer offer, Level level) {
        return switch (level) {
            case SYSTEM -> "the base";
            case TYPE -> String.valueOf(offer.type());
            case INSTANCE -> offer.type() + "/[id]";
        };
    }

    private Problem unknownOperation(@Nullable String type, String name) {
        if (type != null && !types.contains(type) && operations.offers().stream().noneMatch(offer -> type.equals(offer.type()))) {
            return unknownType(type);
        }
        String known = operations.offers().stream()
                .filter(offer -> type == null
                        ? offer.type() == null || offer.levels().contains(Level.SYSTEM)
                        : Objects.equals(offer.type(), type))
                .map(offer -> "$" + offer.name())
                .sorted()
                .collect(Collectors.joining(", "));
        return Problem.unsupported("operation $" + name + " is not known on " + (type == null ? "the base" : type)
                + (known.isEmpty() ? "" : ", known are " + known));
    }

    private Problem unknownType(String type) {
        return Problem.unsupported("resource type '" + type + "' is not served here, only "
                + types.stream().sorted().collect(Collectors.joining(", ")));
    }

    private static void requireRead(String method, Target target) {
        if (!isRead(method)) {
            throw Problem.methodNotAllowed(method, READ_ONLY, where(target));
        }
    }

    private static boolean isRead(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }

    private static String where(Target target) {
        StringBuilder where = new StringBuilder();
        for (String part : new @Nullable String[] {target.type(), target.id(), target.action(), target.versionId()}) {
            if (part != null) {
                where.append(where.isEmpty() ? "" : "/").append(part);
            }
        }
        return where.toString();
    }
}
