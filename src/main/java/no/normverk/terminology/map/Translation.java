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
     * @param concept where it leads, or {@code null} when the map says that there is no such code
     * @param mapping how close it is and on what it depends
     * @param source the source code, when it was found in reverse
     * @param map the map it comes from
     */
    public record Match(
            @Nullable Coding concept, MapTarget mapping, @Nullable Coding source, Canonical map) {}
}
