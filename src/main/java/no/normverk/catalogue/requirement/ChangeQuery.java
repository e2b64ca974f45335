package no.normverk.catalogue.requirement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.normverk.catalogue.NormativeLevel;

/**
 * Which changes are asked about. Spans join without overlap: who asks up to a day and next time since that day sees every change
 * once.
 *
 * @param since changes after this day
 * @param until changes up to and including this day
 * @param actors of products that bind these kinds of organisation; empty for all
 * @param levelMin of this level or a stronger one, before or after the change
 */
public record ChangeQuery(LocalDate since, LocalDate until, List<String> actors, Optional<NormativeLevel> levelMin) {

    public ChangeQuery {
        actors = List.copyOf(actors);
    }
}
