package no.normverk.terminology.map;

import java.util.List;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.Coding;
import no.normverk.terminology.Message;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param matches all correspondences, in the maps' order, also those that say that there is none
 * @param message why nothing was found, or {@code null} when something was
 */
public record Translation(List<Match> matches, @Nullable Message message) {

    /** Whether some correspondence leads to a code. */
    public boolean result() {
        return matches.stream().anyMatch(match -> match.concept() != null && !match.mapping().isUnmatched());
    }

    /**
     * One correspondence.
     *
     * @param concept where it leads, or {@code null} when there is no such code
     * @param mapping how close it is and on what it depends
     * @param source the source code, when it was found in reverse
     * @param map the map it comes from; {@code null} when it comes from several, one after the other
     * @param via the broader code whose row it is, when the code has none of its own
     * @param reason why there is no target, or why it is not closer; {@code null} when the map's row says it all
     * @param steps how several maps led there, one after the other; empty when it was one
     */
    public record Match(
            @Nullable Coding concept,
            MapTarget mapping,
            @Nullable Coding source,
            @Nullable Canonical map,
            @Nullable Coding via,
            @Nullable Message reason,
            List<Step> steps) {

        /** A row of a map. */
        public static Match of(@Nullable Coding concept, MapTarget mapping, @Nullable Coding source, Canonical map) {
            return new Match(concept, mapping, source, map, null, null, List.of());
        }

        /** That there is no target, and why. */
        static Match none(Canonical map, @Nullable Coding via, Message reason) {
            return new Match(null, MapTarget.none(), null, map, via, reason, List.of());
        }

        boolean leadsSomewhere() {
            return concept != null && !mapping.isUnmatched();
        }
    }

    /**
     * One of several maps on the way.
     *
     * @param from the code it was asked about
     * @param match what it says
     */
    public record Step(Coding from, Match match) {}
}
