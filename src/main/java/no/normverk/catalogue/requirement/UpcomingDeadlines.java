package no.normverk.catalogue.requirement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.normverk.authoring.PartialDate;
import no.normverk.catalogue.Deadline;
import no.normverk.catalogue.Exemption;
import no.normverk.catalogue.NormativeProduct;
import no.normverk.catalogue.Obligation;
import no.normverk.catalogue.requirement.UpcomingDeadline.Kind;

/**
 * What becomes due from one day to another, by what was known: first days, last days, ends of exemptions, in order of time; and
 * after those the deadlines whose day is unknown, for they are not over.
 */
public final class UpcomingDeadlines {

    /** Decisions of one requirement that set the same day. */
    private record Same(String requirement, Kind kind, Deadline when) {}

    private static final Comparator<UpcomingDeadline> IN_ORDER = Comparator.<UpcomingDeadline, LocalDate>comparing(
                    deadline -> day(deadline).orElse(LocalDate.MAX))
            .thenComparing(UpcomingDeadline::kind)
            .thenComparing(UpcomingDeadline::requirement)
            .thenComparing(deadline -> deadline.exemption().map(Exemption::key).orElse(""));

    private final ObligationIndex index;
    private final Exemptions exemptions;

    /** @param index what to answer from */
    public UpcomingDeadlines(ObligationIndex index) {
        this.index = index;
        this.exemptions = new Exemptions(index.source());
    }

    /**
     * The deadlines.
     *
     * @param query whose, of which level; its {@code date} is the first day that is asked about
     * @param to the last day that is asked about
     */
    public List<UpcomingDeadline> find(RequirementQuery query, LocalDate to) {
        BitSet asked = index.atoms(query.actors());
        Map<Same, List<Integer>> found = new LinkedHashMap<>();
        for (int row : index.filters().anytime(query.actors(), query.directions(), query.topics(), query.levelMin()).toArray()) {
            if (index.timelines().stands(row, Timelines.day(query.asOf())) && !index.timelines().isGone(row)) {
                add(found, row, query, to);
            }
        }
        List<UpcomingDeadline> deadlines = new ArrayList<>();
        found.forEach((same, together) -> deadlines.add(deadline(same, together)));
        index.source().exemptions().stream()
                .filter(exemption -> ends(exemption, query, to) && exemptions.concerns(exemption, query.organisation(), asked))
                .forEach(exemption -> deadlines.add(end(exemption)));
        deadlines.sort(IN_ORDER);
        return deadlines;
    }

    private void add(Map<Same, List<Integer>> found, int row, RequirementQuery query, LocalDate to) {
        Obligation obligation = index.obligation(row);
        add(found, row, Kind.MAY_FROM, obligation.mayFrom(), query, to);
        add(found, row, Kind.MUST_FROM, obligation.mustFrom(), query, to);
        add(found, row, Kind.UNTIL, obligation.until(), query, to);
    }

    private void add(
            Map<Same, List<Integer>> found, int row, Kind kind, Optional<Deadline> when, RequirementQuery query, LocalDate to) {
        if (when.isEmpty() || !isAsked(row, kind, when.get(), query, to)) {
            return;
        }
        Same same = new Same(index.id(index.requirement(row)), kind, when.get());
        found.computeIfAbsent(same, none -> new ArrayList<>()).add(row);
    }

    private boolean isAsked(int row, Kind kind, Deadline when, RequirementQuery query, LocalDate to) {
        int withdrawn = index.timelines().withdrawn(row, Timelines.day(query.asOf()));
        if (when.known().isEmpty()) {
            return Timelines.day(query.date()) < withdrawn;
        }
        LocalDate day = day(kind, when.known().get());
        return !day.isBefore(query.date()) && !day.isAfter(to) && Timelines.day(day) < withdrawn;
    }

    private UpcomingDeadline deadline(Same same, List<Integer> rows) {
        Map<String, NormativeProduct> products = new LinkedHashMap<>();
        rows.forEach(row -> products.putIfAbsent(index.product(row).key(), index.product(row)));
        return new UpcomingDeadline(
                same.requirement(),
                same.kind(),
                same.when().known(),
                same.when() instanceof Deadline.Unknown(String reason) ? Optional.of(reason) : Optional.empty(),
                List.copyOf(products.values()),
                rows.stream().map(index::obligation).toList(),
                Optional.empty());
    }

    private static boolean ends(Exemption exemption, RequirementQuery query, LocalDate to) {
        return Exemptions.isKnown(exemption, query.asOf())
                && exemption.until()
                        .map(PartialDate::latest)
                        .filter(last -> !last.isBefore(query.date()) && !last.isAfter(to))
                        .isPresent();
    }

    private static UpcomingDeadline end(Exemption exemption) {
        return new UpcomingDeadline(
                "exemption/" + exemption.key(),
                Kind.EXEMPTION_UNTIL,
                exemption.until(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.of(exemption));
    }

    /** The day a deadline is on, empty when it is unknown: the first a date can mean, and of an end the last. */
    public static Optional<LocalDate> day(UpcomingDeadline deadline) {
        return deadline.date().map(date -> day(deadline.kind(), date));
    }

    private static LocalDate day(Kind kind, PartialDate date) {
        return kind == Kind.UNTIL || kind == Kind.EXEMPTION_UNTIL ? date.latest() : date.earliest();
    }
}
