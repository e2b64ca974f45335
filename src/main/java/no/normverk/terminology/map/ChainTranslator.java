package no.normverk.terminology.map;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.normverk.terminology.Coding;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.TerminologyException;
import org.jspecify.annotations.Nullable;

/**
 * Translates by way of other systems, map after map. Every way is told with its steps; what the whole claims follows from its steps ({@link Equivalence#then}). A way that ends before the last system is
 * told as well, with the step at which there was no target.
 */
final class ChainTranslator {

    /** How many ways are told before the question counts as too wide. */
    private static final int MOST_WAYS = 1_000;

    private final Translator translator;

    ChainTranslator(Translator translator) {
        this.translator = translator;
    }

    /**
     * A way so far.
     *
     * @param at where it has come
     * @param equivalence how that compares with where it began
     */
    private record Way(Coding at, Equivalence equivalence, List<Translation.Step> steps) {

        Way on(Translation.Match match, boolean reverse) {
            Coding next = reverse ? match.source() : match.concept();
            Equivalence step = Equivalence.of(match.mapping().equivalence());
            Equivalence whole = reverse ? step.then(equivalence) : equivalence.then(step);
            return new Way(next == null ? at : next, whole, steps(match));
        }

        List<Translation.Step> steps(Translation.Match match) {
            return Stream.concat(steps.stream(), Stream.of(new Translation.Step(at, match))).toList();
        }
    }

    /**
     * Translates.
     *
     * @throws TerminologyException when there are more ways than anyone could use
     */
    List<Translation.Match> translate(TranslationRequest request, Coding coding, String target) {
        List<Translation.Match> matches = new ArrayList<>();
        List<Way> ways = List.of(new Way(coding, Equivalence.EQUAL, List.of()));
        for (String stop : Stream.concat(request.through().stream(), Stream.of(target)).toList()) {
            List<Way> further = new ArrayList<>();
            for (Way way : ways) {
                step(request, way, stop, further, matches);
            }
            ways = further.stream().distinct().toList();
            if (ways.size() + matches.size() > MOST_WAYS) {
                throw new TerminologyException(Issue.error(
                        "too-costly",
                        null,
                        Message.of("translate-too-many-ways", String.valueOf(coding.code()), Integer.toString(MOST_WAYS)),
                        null));
            }
        }
        ways.forEach(way -> matches.add(arrived(way, coding, request.reverse())));
        return matches.stream().distinct().toList();
    }

    private void step(
            TranslationRequest request, Way way, String stop, List<Way> further, List<Translation.Match> matches) {
        Translation translation = translator.translate(request.step(way.at, stop));
        for (Translation.Match match : translation.matches()) {
            if (match.leadsSomewhere()) {
                further.add(way.on(match, request.reverse()));
            } else {
                matches.add(ended(way.steps(match), match.reason()));
            }
        }
        if (translation.matches().isEmpty()) {
            matches.add(ended(way.steps, translation.message()));
        }
    }

    private static Translation.Match ended(List<Translation.Step> steps, @Nullable Message reason) {
        return new Translation.Match(null, MapTarget.none(), null, null, null, reason, steps);
    }

    private static Translation.Match arrived(Way way, Coding asked, boolean reverse) {
        Coding target = reverse ? asked : way.at;
        List<MapTarget> rows = way.steps.stream().map(step -> step.match().mapping()).toList();
        MapTarget whole = new MapTarget(
                target.code(),
                target.display(),
                way.equivalence.code(),
                null,
                rows.stream().flatMap(row -> row.dependsOn().stream()).distinct().toList(),
                rows.stream().flatMap(row -> row.products().stream()).distinct().toList());
        boolean loosened = way.equivalence == Equivalence.RELATED_TO
                && rows.stream().noneMatch(row -> Equivalence.of(row.equivalence()) == Equivalence.RELATED_TO);
        return new Translation.Match(
                target, whole, reverse ? way.at : null, null, null, loosened ? Message.of("translate-steps-do-not-tell") : null, way.steps);
    }
}
