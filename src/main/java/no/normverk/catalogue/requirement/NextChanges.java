package no.normverk.catalogue.requirement;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.normverk.authoring.PartialDate;
import no.normverk.catalogue.Direction;
import no.normverk.catalogue.Exemption;
import no.normverk.catalogue.requirement.MatchedRequirements.Match;
import no.normverk.catalogue.requirement.Requirement.Change;
import no.normverk.catalogue.requirement.Requirement.ChangeKind;
import no.normverk.catalogue.requirement.Requirement.NextChange;

/**
 * When a requirement will be otherwise: the first boundary after the day, among all that is known about its products, the equal
 * versions of its group, and the products that take their place.
 */
final class NextChanges {

    private final ObligationIndex index;

    NextChanges(ObligationIndex index) {
        this.index = index;
    }

    /** Collects what happens on the earliest day. */
    private final class Earliest {

        private final int after;
        private int day = Timelines.NEVER;
        private final List<Change> changes = new ArrayList<>(2);

        Earliest(int after) {
            this.after = after;
        }

        void on(int candidate, ChangeKind kind, int row) {
            if (candidate <= after || candidate == Timelines.NEVER || candidate > day) {
                return;
            }
            if (candidate < day) {
                day = candidate;
                changes.clear();
            }
            changes.add(new Change(kind, index.product(row), index.obligation(row)));
        }

        Optional<NextChange> toNextChange() {
            return changes.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new NextChange(LocalDate.ofEpochDay(day), changes));
        }
    }

    Optional<NextChange> after(RequirementQuery query, Match match, List<Exemption> exemptions) {
        Earliest earliest = new Earliest(Timelines.day(query.date()));
        int asOf = Timelines.day(query.asOf());
        int first = match.rows()[0];
        Direction direction = index.obligation(first).direction();
        for (int product : related(first, asOf)) {
            for (int row : index.productRows().rows(product)) {
                if (index.timelines().stands(row, asOf)
                        && index.obligation(row).direction() == direction
                        && index.bound(row).intersects(match.members())) {
                    addBoundaries(earliest, row, asOf);
                }
            }
        }
        for (Exemption exemption : exemptions) {
            exemption.until().map(PartialDate::latest).map(Timelines::day).ifPresent(last ->
                    earliest.on(last + 1, ChangeKind.EXEMPTION_ENDS, first));
        }
        return earliest.toNextChange();
    }

    /** The products that share the requirement, as far as was known, and then those that take their place. */
    private IntList related(int row, int asOf) {
        ProductRows products = index.productRows();
        IntList related = new IntArrayList();
        int requirement = index.requirement(row);
        for (int same = index.firstRow(requirement); same < index.firstRow(requirement + 1); same++) {
            if (index.timelines().known(same) <= asOf) {
                addOnce(related, products.number(same));
            }
        }
        int sharing = related.size();
        for (int i = 0; i < sharing; i++) {
            for (int successor : products.successors(related.getInt(i))) {
                addOnce(related, successor);
            }
        }
        return related;
    }

    private static void addOnce(IntList products, int product) {
        if (!products.contains(product)) {
            products.add(product);
        }
    }

    private void addBoundaries(Earliest earliest, int row, int asOf) {
        Timelines timelines = index.timelines();
        int end = timelines.end(row);
        int withdrawn = timelines.withdrawn(row, asOf);
        if (!timelines.isUndated(row)) {
            // What begins after it has ended, or after the product is gone, never begins.
            int last = Math.min(end, withdrawn == Timelines.NEVER ? Timelines.NEVER : withdrawn - 1);
            if (timelines.may(row) <= last && timelines.may(row) < timelines.begin(row)) {
                earliest.on(timelines.may(row), ChangeKind.BECOMES_PERMITTED, row);
            }
            if (timelines.announcedBegin(row) <= last) {
                earliest.on(timelines.announcedBegin(row), ChangeKind.BEGINS, row);
            }
        }
        if (end != Timelines.NEVER && end + 1 <= withdrawn) {
            earliest.on(end + 1, ChangeKind.ENDS, row);
        }
        if (withdrawn != Timelines.NEVER && withdrawn <= end) {
            earliest.on(withdrawn, ChangeKind.WITHDRAWN, row);
        }
    }
}
