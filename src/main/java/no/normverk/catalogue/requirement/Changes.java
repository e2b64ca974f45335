package no.normverk.catalogue.requirement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.normverk.authoring.PartialDate;
import no.normverk.catalogue.Deadline;
import no.normverk.catalogue.NormativeLevel;
import no.normverk.catalogue.NormativeProduct;
import no.normverk.catalogue.Obligation;
import no.normverk.catalogue.Revision;
import no.normverk.catalogue.RevisionKind;
import no.normverk.catalogue.requirement.CatalogueChange.Kind;
import no.normverk.catalogue.requirement.CatalogueChange.Moved;

/**
 * What was decided and published from one day to another, on the axis of knowledge. A decision that takes the place of another is
 * compared with that; one that does not, with the strongest that stood for the same product, direction and kind of organisation.
 */
public final class Changes {

    /** Decisions that say the same of different kinds of organisation are one change. */
    private record Same(String product, int requirement, Kind kind, PartialDate date, Optional<String> before, Optional<Moved> moved) {}

    private static final Comparator<CatalogueChange> IN_ORDER = Comparator.comparing(CatalogueChange::knownOn)
            .thenComparing(change -> change.product().title().nb())
            .thenComparing(change -> change.product().key())
            .thenComparing(CatalogueChange::kind)
            .thenComparing(change -> change.obligations().isEmpty() ? "" : change.obligations().getFirst().id());

    private final ObligationIndex index;

    /** @param index what to answer from */
    public Changes(ObligationIndex index) {
        this.index = index;
    }

    /** The changes of a span of time. */
    public ChangeAnswer find(ChangeQuery query) {
        Collection<String> actors = query.actors().isEmpty() ? index.actors().codes() : query.actors();
        BitSet asked = index.atoms(actors);
        Map<Same, CatalogueChange> decided = new LinkedHashMap<>();
        int undated = 0;
        for (int row : index.filters().anytime(actors, Set.of(), Set.of(), Optional.empty()).toArray()) {
            Optional<PartialDate> date = index.obligation(row).decisionDate();
            if (date.isEmpty()) {
                undated += isAsked(query, index.obligation(row).level()) ? 1 : 0;
            } else if (isBetween(query, date.get())) {
                ofDecision(row, date.get(), query, decided);
            }
        }
        List<CatalogueChange> changes = new ArrayList<>(decided.values());
        for (NormativeProduct product : index.source().catalogue().products()) {
            if (concerns(product, query, asked)) {
                ofProduct(product, query, changes);
            }
        }
        changes.sort(IN_ORDER);
        return new ChangeAnswer(changes, undated);
    }

    private void ofDecision(int row, PartialDate date, ChangeQuery query, Map<Same, CatalogueChange> decided) {
        Obligation obligation = index.obligation(row);
        if (obligation.supersedes().isEmpty()) {
            Optional<Obligation> stood = strongestBefore(row);
            boolean raised = stood.filter(before -> before.level().compareTo(obligation.level()) < 0).isPresent();
            put(row, raised ? Kind.RAISED : Kind.NEW, date, raised ? stood : Optional.empty(), Optional.empty(), query, decided);
            return;
        }
        for (String id : obligation.supersedes()) {
            index.product(row).obligations().stream()
                    .filter(other -> other.id().equals(id))
                    .forEach(before -> compare(row, date, before, query, decided));
        }
    }

    private void compare(int row, PartialDate date, Obligation before, ChangeQuery query, Map<Same, CatalogueChange> decided) {
        Obligation after = index.obligation(row);
        int level = after.level().compareTo(before.level());
        List<Moved> moved = moved(before, after);
        if (level != 0) {
            put(row, level > 0 ? Kind.RAISED : Kind.LOWERED, date, Optional.of(before), Optional.empty(), query, decided);
        }
        for (Moved deadline : moved) {
            boolean ended = deadline.field().equals("until") && deadline.before().isEmpty();
            put(row, ended ? Kind.ENDED : Kind.MOVED, date, Optional.of(before), Optional.of(deadline), query, decided);
        }
        if (level == 0 && moved.isEmpty()) {
            put(row, Kind.CHANGED, date, Optional.of(before), Optional.empty(), query, decided);
        }
    }

    private static List<Moved> moved(Obligation before, Obligation after) {
        List<Moved> moved = new ArrayList<>();
        addMoved(moved, "mayFrom", before.mayFrom(), after.mayFrom());
        addMoved(moved, "mustFrom", before.mustFrom(), after.mustFrom());
        addMoved(moved, "until", before.until(), after.until());
        return moved;
    }

    private static void addMoved(List<Moved> moved, String field, Optional<Deadline> before, Optional<Deadline> after) {
        if (!before.equals(after)) {
            moved.add(new Moved(field, before, after));
        }
    }

    private void put(
            int row,
            Kind kind,
            PartialDate date,
            Optional<Obligation> before,
            Optional<Moved> moved,
            ChangeQuery query,
            Map<Same, CatalogueChange> decided) {
        Obligation obligation = index.obligation(row);
        if (!isAsked(query, obligation.level()) && before.filter(old -> isAsked(query, old.level())).isEmpty()) {
            return;
        }
        Same same = new Same(
                index.product(row).key(), index.requirement(row), kind, date, before.map(old -> old.level().code()), moved);
        decided.merge(
                same,
                new CatalogueChange(kind, date, index.product(row), List.of(obligation), before, moved, Optional.empty()),
                Changes::joined);
    }

    private static CatalogueChange joined(CatalogueChange one, CatalogueChange other) {
        List<Obligation> obligations = new ArrayList<>(one.obligations());
        obligations.addAll(other.obligations());
        return new CatalogueChange(
                one.kind(), one.date(), one.product(), obligations, one.before(), one.moved(), one.revision());
    }

    /** The strongest decision that stood the day before, for the same product and direction and some of the same organisations. */
    private Optional<Obligation> strongestBefore(int row) {
        Timelines timelines = index.timelines();
        int dayBefore = timelines.known(row) - 1;
        Optional<Obligation> strongest = Optional.empty();
        for (int other : index.rows(index.product(row).key())) {
            Obligation candidate = index.obligation(other);
            boolean stood = other != row
                    && candidate.direction() == index.obligation(row).direction()
                    && timelines.stands(other, dayBefore)
                    && index.bound(other).intersects(index.bound(row));
            if (stood && strongest.filter(best -> best.level().compareTo(candidate.level()) >= 0).isEmpty()) {
                strongest = Optional.of(candidate);
            }
        }
        return strongest;
    }

    private void ofProduct(NormativeProduct product, ChangeQuery query, List<CatalogueChange> changes) {
        for (Revision revision : product.revisions()) {
            if (isBetween(query, revision.date())) {
                changes.add(change(kind(revision), revision.date(), product, Optional.of(revision)));
            }
        }
        product.dates().published()
                .filter(date -> isBetween(query, date))
                .ifPresent(date -> changes.add(change(Kind.PUBLISHED, date, product, Optional.empty())));
        product.dates().withdrawn()
                .filter(date -> isBetween(query, date))
                .ifPresent(date -> changes.add(change(Kind.WITHDRAWN, date, product, Optional.empty())));
    }

    private static CatalogueChange change(Kind kind, PartialDate date, NormativeProduct product, Optional<Revision> revision) {
        return new CatalogueChange(kind, date, product, List.of(), Optional.empty(), Optional.empty(), revision);
    }

    private static Kind kind(Revision revision) {
        return revision.kind().map(Changes::kind).orElse(Kind.REVISED);
    }

    private static Kind kind(RevisionKind kind) {
        return switch (kind) {
            case PRESISERING -> Kind.PRESISERING;
            case ADDENDUM -> Kind.ADDENDUM;
            case ERRATA -> Kind.ERRATA;
        };
    }

    /** A change of the text concerns whom the product binds, or everybody who asks for no actor in particular. */
    private boolean concerns(NormativeProduct product, ChangeQuery query, BitSet asked) {
        boolean level = query.levelMin().isEmpty()
                || product.level().filter(own -> isAsked(query, own)).isPresent();
        if (!level || query.actors().isEmpty()) {
            return level;
        }
        for (int row : index.rows(product.key())) {
            if (index.bound(row).intersects(asked) && isAsked(query, index.obligation(row).level())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAsked(ChangeQuery query, NormativeLevel level) {
        return query.levelMin().map(least -> level.compareTo(least) >= 0).orElse(true);
    }

    private static boolean isBetween(ChangeQuery query, PartialDate date) {
        LocalDate known = date.latest();
        return known.isAfter(query.since()) && !known.isAfter(query.until());
    }
}
