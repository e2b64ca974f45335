package no.normverk.catalogue.requirement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.normverk.authoring.PartialDate;
import no.normverk.catalogue.Direction;
import no.normverk.catalogue.Exemption;
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
    private static final class Earliest {

        private final int after;
        private int day = Timelines.NEVER;
        private final List<Change> changes = new ArrayList<>();

        Earliest(int after) {
            this.after = after;
        }

        void on(int candidate, Change change) {
            if (candidate <= after || candidate == Timelines.NEVER || candidate > day) {
                return;
            }
            if (candidate < day) {
                day = candidate;
                changes.clear();
            }
            changes.add(change);
        }

        Optional<NextChange> toNextChange() {
            return changes.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new NextChange(LocalDate.ofEpochDay(day), changes));
        }
    }

    Optional<NextChange> after(RequirementQuery query, List<Integer> rows, BitSet atoms, List<Exemption> exemptions) {
        Earliest earliest = new Earliest(Timelines.day(query.date()));
        int asOf = Timelines.day(query.asOf());
        Direction direction = index.obligation(rows.getFirst()).direction();
        for (int row : related(rows, asOf)) {
            boolean concerned = index.obligation(row).direction() == direction && index.bound(row).intersects(atoms);
            if (concerned && index.timelines().stands(row, asOf)) {
                addBoundaries(earliest, row, asOf);
            }
        }
        for (Exemption exemption : exemptions) {
            int first = rows.getFirst();
            exemption.until().map(PartialDate::latest).map(LocalDate::toEpochDay).ifPresent(last -> earliest.on(
                    Math.toIntExact(last + 1),
                    new Change(ChangeKind.EXEMPTION_ENDS, index.product(first), index.obligation(first))));
        }
        return earliest.toNextChange();
    }

    /** The rows of the products that share the group, as far as was known, and of those that take their place. */
    private Set<Integer> related(List<Integer> rows, int asOf) {
        Set<String> products = new LinkedHashSet<>();
        for (int same : index.sameRequirement(rows.getFirst())) {
            if (index.timelines().known(same) <= asOf) {
                products.add(index.product(same).key());
            }
        }
        for (String product : List.copyOf(products)) {
            products.addAll(index.source().catalogue().replacedBy(product));
        }
        Set<Integer> related = new LinkedHashSet<>();
        for (String product : products) {
            for (int row : index.rows(product)) {
                related.add(row);
            }
        }
        return related;
    }

    private void addBoundaries(Earliest earliest, int row, int asOf) {
        Timelines timelines = index.timelines();
        int end = timelines.end(row);
        int withdrawn = timelines.withdrawn(row, asOf);
        if (!timelines.isUndated(row)) {
            // What begins after it has ended, or after the product is gone, never begins.
            int last = Math.min(end, withdrawn == Timelines.NEVER ? Timelines.NEVER : withdrawn - 1);
            if (timelines.may(row) <= last && timelines.may(row) < timelines.begin(row)) {
                earliest.on(timelines.may(row), change(ChangeKind.BECOMES_PERMITTED, row));
            }
            if (timelines.begin(row) <= last) {
                earliest.on(timelines.begin(row), change(ChangeKind.BEGINS, row));
            }
        }
        if (end != Timelines.NEVER && end + 1 <= withdrawn) {
            earliest.on(end + 1, change(ChangeKind.ENDS, row));
        }
        if (withdrawn != Timelines.NEVER && withdrawn <= end) {
            earliest.on(withdrawn, change(ChangeKind.WITHDRAWN, row));
        }
    }

    private Change change(ChangeKind kind, int row) {
        return new Change(kind, index.product(row), index.obligation(row));
    }
}
