package no.normverk.catalogue.requirement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import no.normverk.catalogue.ActorTypes;
import no.normverk.catalogue.Deadline;
import no.normverk.catalogue.Direction;
import no.normverk.catalogue.LegalBasis;
import no.normverk.catalogue.NormativeLevel;
import no.normverk.catalogue.NormativeProduct;
import no.normverk.catalogue.Obligation;
import no.normverk.catalogue.PublishedCatalogue;
import org.roaringbitmap.FastAggregation;
import org.roaringbitmap.RoaringBitmap;

/**
 * Every decision of a catalogue as a row, made once per catalogue and immutable. Rows are numbered so that those of one
 * requirement stand together and requirements stand in the order of the answer: strongest level first, then by title. A
 * question is then an intersection of bitmaps (whose members are bound, which direction, level and topic), one look at the days
 * of each row that is left ({@link Timelines}), and the answer comes out sorted; no decision is compared with another.
 *
 * <p>The order and the grouping of the rows that were known on a day do not depend on later decisions, so that neither does an
 * answer as of that day.
 */
public final class ObligationIndex {

    /** Decisions with the same subject belong to one requirement. */
    private sealed interface Subject {
        /** Equal versions: one of the products that share the group is enough. */
        record Group(String group, Direction direction) implements Subject {}

        /** The same thing decided for several kinds of organisation at once. */
        record Decision(
                String product,
                Direction direction,
                NormativeLevel level,
                Optional<Deadline> mayFrom,
                Optional<Deadline> mustFrom,
                Optional<Deadline> until,
                Optional<String> condition,
                Optional<LegalBasis> legalBasis,
                Optional<String> decidedBy,
                Optional<Deadline> decidedOn)
                implements Subject {}
    }

    private record Entry(NormativeProduct product, Obligation obligation, int position) {

        Subject subject() {
            Obligation o = obligation;
            if (o.alternativeGroup().isPresent()) {
                return new Subject.Group(o.alternativeGroup().get(), o.direction());
            }
            return new Subject.Decision(
                    product.key(), o.direction(), o.level(), o.mayFrom(), o.mustFrom(), o.until(), o.condition(), o.legalBasis(),
                    o.decidedBy(), o.decidedOn());
        }

        int known() {
            return obligation.decisionDate().map(Timelines::last).orElse(Timelines.ALWAYS);
        }
    }

    private static final Comparator<Entry> OLDEST_FIRST = Comparator.comparingInt(Entry::known)
            .thenComparing(entry -> entry.product().key())
            .thenComparingInt(Entry::position);

    private static final Comparator<Entry> ANSWER_ORDER = Comparator.<Entry, NormativeLevel>comparing(
                    entry -> entry.obligation().level())
            .reversed()
            .thenComparing(entry -> entry.product().title().nb())
            .thenComparing(entry -> entry.product().key())
            .thenComparing(entry -> entry.obligation().direction())
            .thenComparingInt(Entry::position);

    private static final RoaringBitmap NO_ROWS = new RoaringBitmap();

    private final PublishedCatalogue source;
    private final NormativeProduct[] products;
    private final Obligation[] obligations;
    private final int[] requirements;
    private final String[] ids;
    private final Timelines timelines;
    private final BitSet[] bound;
    private final RoaringBitmap[] byAtom;
    private final RoaringBitmap[] byDirection;
    private final RoaringBitmap[] byLevel;
    private final Map<String, RoaringBitmap> byTopic = new HashMap<>();
    private final Map<String, int[]> byProduct = new HashMap<>();
    private final LocalDate beginning;
    private final TimeBuckets inForce;
    private final TimeBuckets known;
    private final int[] decisionDays;

    private ObligationIndex(PublishedCatalogue source, List<List<Entry>> grouped) {
        this.source = source;
        int size = grouped.stream().mapToInt(List::size).sum();
        products = new NormativeProduct[size];
        obligations = new Obligation[size];
        requirements = new int[size];
        ids = new String[grouped.size()];
        bound = new BitSet[size];
        byAtom = bitmaps(source.actors().size());
        byDirection = bitmaps(Direction.values().length);
        byLevel = bitmaps(NormativeLevel.values().length);
        Map<List<Object>, BitSet> sameBound = new HashMap<>();
        int row = 0;
        for (int requirement = 0; requirement < grouped.size(); requirement++) {
            ids[requirement] = id(grouped.get(requirement).getFirst());
            for (Entry entry : grouped.get(requirement)) {
                requirements[row] = requirement;
                add(row++, entry.product(), entry.obligation(), sameBound);
            }
        }
        timelines = Timelines.of(List.of(products), List.of(obligations));
        beginning = firstDay();
        inForce = new TimeBuckets(size, i -> Math.min(timelines.may(i), timelines.begin(i)), timelines::end);
        known = new TimeBuckets(size, timelines::known, timelines::superseded);
        decisionDays = IntStream.range(0, size)
                .map(timelines::known)
                .filter(day -> day != Timelines.ALWAYS)
                .sorted()
                .distinct()
                .toArray();
        IntStream.range(0, size).boxed().forEach(i -> byProduct.merge(products[i].key(), new int[] {i}, ObligationIndex::joined));
        optimise();
    }

    /** The index of a catalogue. */
    public static ObligationIndex of(PublishedCatalogue source) {
        Map<Subject, List<Entry>> bySubject = new HashMap<>();
        for (NormativeProduct product : source.catalogue().products()) {
            int position = 0;
            for (Obligation obligation : product.obligations()) {
                Entry entry = new Entry(product, obligation, position++);
                bySubject.computeIfAbsent(entry.subject(), none -> new ArrayList<>()).add(entry);
            }
        }
        bySubject.values().forEach(entries -> entries.sort(OLDEST_FIRST));
        List<List<Entry>> grouped = new ArrayList<>(bySubject.values());
        grouped.sort(Comparator.comparing(List::getFirst, ANSWER_ORDER));
        return new ObligationIndex(source, grouped);
    }

    private static String id(Entry first) {
        return first.obligation().alternativeGroup()
                .map(group -> group + "/" + first.obligation().direction().code())
                .orElseGet(() -> first.product().key() + "#" + first.obligation().id());
    }

    private void add(int row, NormativeProduct product, Obligation obligation, Map<List<Object>, BitSet> sameBound) {
        products[row] = product;
        obligations[row] = obligation;
        bound[row] = sameBound.computeIfAbsent(List.of(obligation.actor(), obligation.except()), none -> bound(obligation));
        bound[row].stream().forEach(atom -> byAtom[atom].add(row));
        byDirection[obligation.direction().ordinal()].add(row);
        for (int level = 0; level <= obligation.level().ordinal(); level++) {
            byLevel[level].add(row);
        }
        product.topics().forEach(topic -> byTopic.computeIfAbsent(topic, none -> new RoaringBitmap()).add(row));
    }

    private BitSet bound(Obligation obligation) {
        BitSet atoms = source.actors().atoms(obligation.actor());
        obligation.except().forEach(other -> atoms.andNot(source.actors().atoms(other)));
        return atoms;
    }

    private void optimise() {
        for (RoaringBitmap[] kind : List.of(byAtom, byDirection, byLevel)) {
            for (RoaringBitmap rows : kind) {
                rows.runOptimize();
            }
        }
    }

    private LocalDate firstDay() {
        int first = Timelines.day(LocalDate.of(2000, 1, 1));
        OptionalInt dated = IntStream.range(0, obligations.length)
                .flatMap(row -> IntStream.of(timelines.known(row), timelines.may(row), timelines.begin(row)))
                .filter(day -> day != Timelines.ALWAYS && day != Timelines.NEVER)
                .min();
        return LocalDate.ofEpochDay(dated.orElse(first));
    }

    private static RoaringBitmap[] bitmaps(int count) {
        return IntStream.range(0, count).mapToObj(i -> new RoaringBitmap()).toArray(RoaringBitmap[]::new);
    }

    private static int[] joined(int[] one, int[] other) {
        return IntStream.concat(IntStream.of(one), IntStream.of(other)).toArray();
    }

    /** What the index was made from. */
    public PublishedCatalogue source() {
        return source;
    }

    /** The first day the catalogue knows anything of: before it there is nothing to answer. */
    public LocalDate beginning() {
        return beginning;
    }

    /** The day of the newest decision that was known on a day; empty when none was, or none has a date. */
    public Optional<LocalDate> latestDecision(LocalDate asOf) {
        int found = Arrays.binarySearch(decisionDays, Timelines.day(asOf));
        int last = found >= 0 ? found : -found - 2;
        return last < 0 ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(decisionDays[last]));
    }

    /** The kinds of organisation. */
    public ActorTypes actors() {
        return source.actors();
    }

    Timelines timelines() {
        return timelines;
    }

    NormativeProduct product(int row) {
        return products[row];
    }

    Obligation obligation(int row) {
        return obligations[row];
    }

    /** The requirement a row belongs to; its rows stand next to each other. */
    int requirement(int row) {
        return requirements[row];
    }

    String id(int requirement) {
        return ids[requirement];
    }

    /** The atoms that a row binds; not to be changed. */
    BitSet bound(int row) {
        return bound[row];
    }

    /** The rows of a product. */
    int[] rows(String product) {
        return byProduct.getOrDefault(product, new int[0]);
    }

    /** All rows of the requirement that a row belongs to. */
    int[] sameRequirement(int row) {
        int from = row;
        while (from > 0 && requirements[from - 1] == requirements[row]) {
            from--;
        }
        int to = row;
        while (to + 1 < requirements.length && requirements[to + 1] == requirements[row]) {
            to++;
        }
        return IntStream.rangeClosed(from, to).toArray();
    }

    /** The union of the atoms of some actors. */
    BitSet atoms(Collection<String> codes) {
        BitSet atoms = new BitSet();
        codes.forEach(code -> atoms.or(source.actors().atoms(code)));
        return atoms;
    }

    /** The rows that bind one of the atoms and may matter on a day, by what was known on another. */
    RoaringBitmap candidates(BitSet atoms, RequirementQuery query) {
        RoaringBitmap rows = RoaringBitmap.and(
                inForce.around(Timelines.day(query.date())), known.around(Timelines.day(query.asOf())));
        rows.and(candidates(atoms, query.directions(), query.topics(), query.levelMin()));
        return rows;
    }

    /** The rows that bind one of the atoms, whenever they do; not to be changed. */
    RoaringBitmap candidates(BitSet atoms, Set<Direction> directions, Set<String> topics, Optional<NormativeLevel> levelMin) {
        RoaringBitmap rows = union(atoms.stream().mapToObj(atom -> byAtom[atom]).toList());
        if (!directions.isEmpty()) {
            rows = RoaringBitmap.and(rows, union(directions.stream().map(direction -> byDirection[direction.ordinal()]).toList()));
        }
        if (!topics.isEmpty()) {
            rows = RoaringBitmap.and(rows, union(topics.stream().map(topic -> byTopic.getOrDefault(topic, NO_ROWS)).toList()));
        }
        return levelMin.isPresent() ? RoaringBitmap.and(rows, byLevel[levelMin.get().ordinal()]) : rows;
    }

    /** Of one, itself and no copy: what is returned here is never changed. */
    private static RoaringBitmap union(List<RoaringBitmap> all) {
        return all.size() == 1 ? all.getFirst() : FastAggregation.or(all.iterator());
    }
}
