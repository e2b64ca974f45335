package no.normverk.fhir.operation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operations a server offers, immutable. What is not in here is neither routed nor listed in the capability statement. */
public final class Operations {

    /** Where an operation may be called: on the base, on a resource type, on one resource. */
    public enum Level {
        SYSTEM,
        TYPE,
        INSTANCE
    }

    /**
     * One operation that is offered.
     *
     * @param type resource type it is called on, or {@code null} for the base alone
     * @param name name without {@code $}
     * @param definition canonical URL of its OperationDefinition
     * @param levels where it may be called; {@code SYSTEM} with a type means on the base as well
     * @param affectsState whether it changes something, which a GET must not
     * @param formats media types besides FHIR's that it can answer in
     * @param operation what answers
     */
    public record Offer(
            @Nullable String type,
            String name,
            String definition,
            Set<Level> levels,
            boolean affectsState,
            List<String> formats,
            Operation operation) {

        public Offer {
            levels = Set.copyOf(levels);
            formats = List.copyOf(formats);
        }

        /** An operation that answers with FHIR resources only. */
        public Offer(
                @Nullable String type, String name, String definition, Set<Level> levels, boolean affectsState, Operation operation) {
            this(type, name, definition, levels, affectsState, List.of(), operation);
        }
    }

    private record Key(@Nullable String type, String name) {}

    private final List<Offer> offers;
    private final Map<Key, Offer> byKey = new HashMap<>();

    private Operations(List<Offer> offers) {
        this.offers = List.copyOf(offers);
        for (Offer offer : offers) {
            if (offer.type() != null) {
                add(new Key(offer.type(), offer.name()), offer);
            }
            if (offer.type() == null || offer.levels().contains(Level.SYSTEM)) {
                add(new Key(null, offer.name()), offer);
            }
        }
    }

    private void add(Key key, Offer offer) {
        if (byKey.put(key, offer) != null) {
            throw new IllegalArgumentException("two operations named $" + offer.name() + " on " + key.type());
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The operation of a name on a resource type, or on the base when the type is {@code null}. */
    public @Nullable Offer find(@Nullable String type, String name) {
        return byKey.get(new Key(type, name));
    }

    /** Everything offered, in the order it was added. */
    public List<Offer> offers() {
        return offers;
    }

    /** Collects operations. */
    public static final class Builder {

        private final List<Offer> offers = new ArrayList<>();

        private Builder() {}

        /**
         * Offers an operation that FHIR R4 (or the terminology ecosystem) defines, at the levels it is defined for.
         *
         * @throws IllegalArgumentException when there is no such definition
         */
        public Builder on(@Nullable String type, String name, Operation operation) {
            return offer(StandardOperations.offer(type, name, operation));
        }

        public Builder offer(Offer offer) {
            offers.add(offer);
            return this;
        }

        public Operations build() {
            return new Operations(offers);
        }
    }
}
