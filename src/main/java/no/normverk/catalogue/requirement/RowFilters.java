package no.normverk.catalogue.requirement;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import no.normverk.catalogue.ActorTypes;
import no.normverk.catalogue.Direction;
import no.normverk.catalogue.NormativeLevel;
import no.normverk.catalogue.NormativeProduct;
import no.normverk.catalogue.Obligation;

/** The rows of an index by everything a question can narrow it down to: whom they bind, direction, level, topic and time. */
final class RowFilters {

    private final int size;
    private final RowSet none;
    private final Map<String, RowSet> byActor = new HashMap<>();
    private final RowSet[] byDirection;
    private final RowSet[] byLevel;
    private final Map<String, RowSet> byTopic = new HashMap<>();
    private final TimeBuckets inForce;
    private final TimeBuckets known;

    /**
     * @param products the product of every row
     * @param obligations the decision of every row
     * @param bound the atoms that every row binds
     */
    RowFilters(ActorTypes actors, NormativeProduct[] products, Obligation[] obligations, BitSet[] bound, Timelines timelines) {
        size = obligations.length;
        none = new RowSet(size);
        byDirection = sets(Direction.values().length);
        byLevel = sets(NormativeLevel.values().length);
        RowSet[] byAtom = sets(actors.size());
        for (int row = 0; row < size; row++) {
            add(row, products[row], obligations[row]);
            for (int atom = bound[row].nextSetBit(0); atom >= 0; atom = bound[row].nextSetBit(atom + 1)) {
                byAtom[atom].add(row);
            }
        }
        addActors(actors, byAtom);
        inForce = new TimeBuckets(
                size, row -> Math.min(timelines.may(row), timelines.begin(row)), timelines::end, timelines::lastBeforeWithdrawal);
        known = new TimeBuckets(size, timelines::known, timelines::lastStanding, timelines::lastStanding);
    }

    private RowSet[] sets(int count) {
        return IntStream.range(0, count).mapToObj(i -> new RowSet(size)).toArray(RowSet[]::new);
    }

    private void add(int row, NormativeProduct product, Obligation obligation) {
        byDirection[obligation.direction().ordinal()].add(row);
        for (int level = 0; level <= obligation.level().ordinal(); level++) {
            byLevel[level].add(row);
        }
        product.topics().forEach(topic -> byTopic.computeIfAbsent(topic, first -> new RowSet(size)).add(row));
    }

    private void addActors(ActorTypes actors, RowSet[] byAtom) {
        for (String code : actors.codes()) {
            RowSet bound = new RowSet(size);
            actors.atoms(code).stream().forEach(atom -> bound.addAll(byAtom[atom]));
            byActor.put(code, bound);
        }
    }

    /** The rows that may answer a question: every row that does is among them. */
    RowSelection possible(RequirementQuery query) {
        List<RowSet[]> demands = new ArrayList<>();
        demands.add(one(inForce.touching(Timelines.day(query.date()))));
        demands.add(one(known.touching(Timelines.day(query.asOf()))));
        addDemands(demands, query.actors(), query.directions(), query.topics(), query.levelMin());
        return new RowSelection(size, demands);
    }

    /** Of the possible rows those that answer without being looked at: they hold on every day near the question's, on both axes. */
    RowSelection certain(RequirementQuery query) {
        return new RowSelection(
                size,
                List.of(one(inForce.covering(Timelines.day(query.date()))), one(known.covering(Timelines.day(query.asOf())))));
    }

    /** The rows that bind one of the actors, whenever they do. */
    RowSelection anytime(Collection<String> actors, Set<Direction> directions, Set<String> topics, Optional<NormativeLevel> levelMin) {
        List<RowSet[]> demands = new ArrayList<>();
        addDemands(demands, actors, directions, topics, levelMin);
        return new RowSelection(size, demands);
    }

    private void addDemands(
            List<RowSet[]> demands,
            Collection<String> actors,
            Set<Direction> directions,
            Set<String> topics,
            Optional<NormativeLevel> levelMin) {
        demands.add(actors.stream().map(actor -> byActor.getOrDefault(actor, none)).toArray(RowSet[]::new));
        if (!directions.isEmpty()) {
            demands.add(directions.stream().map(direction -> byDirection[direction.ordinal()]).toArray(RowSet[]::new));
        }
        if (!topics.isEmpty()) {
            demands.add(topics.stream().map(topic -> byTopic.getOrDefault(topic, none)).toArray(RowSet[]::new));
        }
        levelMin.ifPresent(level -> demands.add(one(byLevel[level.ordinal()])));
    }

    private static RowSet[] one(RowSet set) {
        return new RowSet[] {set};
    }
}
