package no.normverk.catalogue.requirement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.normverk.catalogue.Direction;
import no.normverk.catalogue.NormativeLevel;

/**
 * Whose obligations are asked about, and when.
 *
 * @param actors codes of the kinds of organisation asked for; the answer is the union over them
 * @param directions one of these; empty for all
 * @param topics one of these topics; empty for all
 * @param levelMin this level or a stronger one
 * @param organisation number of the organisation that asks, for exemptions of its own
 * @param date what holds on this day
 * @param asOf by what had been decided up to and including this day
 */
public record RequirementQuery(
        List<String> actors,
        Set<Direction> directions,
        Set<String> topics,
        Optional<NormativeLevel> levelMin,
        Optional<String> organisation,
        LocalDate date,
        LocalDate asOf) {

    public RequirementQuery {
        actors = List.copyOf(actors);
        directions = Set.copyOf(directions);
        topics = Set.copyOf(topics);
    }

    /** What binds some kinds of organisation on a day, by what was known on another. */
    public static RequirementQuery of(List<String> actors, LocalDate date, LocalDate asOf) {
        return new RequirementQuery(actors, Set.of(), Set.of(), Optional.empty(), Optional.empty(), date, asOf);
    }

    /** This question, of one of the directions. */
    public RequirementQuery in(Direction... wanted) {
        return new RequirementQuery(actors, Set.of(wanted), topics, levelMin, organisation, date, asOf);
    }

    /** This question, asked by an organisation. */
    public RequirementQuery by(String number) {
        return new RequirementQuery(actors, directions, topics, levelMin, Optional.of(number), date, asOf);
    }

    /** This question, of a level or a stronger one. */
    public RequirementQuery atLeast(NormativeLevel level) {
        return new RequirementQuery(actors, directions, topics, Optional.of(level), organisation, date, asOf);
    }

    /** This question about another day. */
    public RequirementQuery on(LocalDate day) {
        return new RequirementQuery(actors, directions, topics, levelMin, organisation, day, asOf);
    }
}
