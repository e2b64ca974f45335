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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.normverk.catalogue.ActorTypes;
import no.normverk.catalogue.Deadline;
import no.normverk.catalogue.Direction;
import no.normverk.catalogue.LegalBasis;
import no.normverk.catalogue.NormativeLevel;
import no.normverk.catalogue.NormativeProduct;
import no.normverk.catalogue.Obligation;
import no.normverk.catalogue.PublishedCatalogue;
import no.normverk.catalogue.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Every decision of a catalogue as a row, made once per catalogue and immutable. Rows are numbered so that those of one
 * requirement stand together and requirements stand in the order of the answer: strongest level first, then by title. A
 * question is then an intersection of bits (whose members are bound, which direction, level and topic, about when: {@link RowFilters}), a
 * look at the days of the few rows that are in doubt ({@link Timelines}), and the answer comes out sorted; no decision is compared with another.
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

    private final PublishedCatalogue source;
    private final NormativeProduct[] products;
    private final Obligation[] obligations;
    private final int[] requirements;
    private final int[] firstRows;
    private final String[] ids;
    private final Timelines timelines;
    private final BitSet[] bound;
    private final RowFilters filters;
    private final RowSet alone;
    private final @Nullable EqualVersions[] equalVersions;
    private final ProductRows productRows;
    private final LocalDate beginning;
    private final int[] decisionDays;

    private ObligationIndex(PublishedCatalogue source, List<List<Entry>> grouped) {
        this.source = source;
        int size = grouped.stream().mapToInt(List::size).sum();
        products = new NormativeProduct[size];
        obligations = new Obligation[size];
        requirements = new int[size];
        firstRows = new int[grouped.size() + 1];
        ids = new String[grouped.size()];
        bound = new BitSet[size];
        alone = new RowSet(size);
        equalVersions = new EqualVersions[grouped.size()];
        add(grouped);
        timelines = Timelines.of(List.of(products), List.of(obligations));
        filters = new RowFilters(source.actors(), products, obligations, bound, timelines);
        productRows = new ProductRows(source.catalogue(), products);
        beginning = firstDay();
        decisionDays = IntStream.range(0, size)
                .map(timelines::known)
                .filter(day -> day != Timelines.ALWAYS)
                .sorted()
                .distinct()
                .toArray();
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

    private void add(List<List<Entry>> grouped) {
        Map<List<Object>, BitSet> sameBound = new HashMap<>();
        int row = 0;
        for (int requirement = 0; requirement < ids.length; requirement++) {
            List<Entry> entries = grouped.get(requirement);
            firstRows[requirement] = row;
            ids[requirement] = id(entries.getFirst());
            for (Entry entry : entries) {
                Obligation obligation = entry.obligation();
                requirements[row] = requirement;
                products[row] = entry.product();
                obligations[row] = obligation;
                bound[row++] = sameBound.computeIfAbsent(List.of(obligation.actor(), obligation.except()), none -> bound(obligation));
            }
            firstRows[requirement + 1] = row;
            if (entries.size() == 1) {
                alone.add(row - 1);
            }
            equalVersions[requirement] = EqualVersions.of(obligations, products, bound, firstRows[requirement], row);
        }
    }

    private BitSet bound(Obligation obligation) {
        BitSet atoms = source.actors().atoms(obligation.actor());
        obligation.except().forEach(other -> atoms.andNot(source.actors().atoms(other)));
        return atoms;
    }

    private LocalDate firstDay() {
        int first = Timelines.day(LocalDate.of(2000, 1, 1));
        IntStream ofDecisions = IntStream.range(0, obligations.length)
                .flatMap(row -> IntStream.of(timelines.known(row), timelines.may(row), timelines.begin(row)))
                .filter(day -> day != Timelines.ALWAYS && day != Timelines.NEVER);
        IntStream ofProducts = source.catalogue().products().stream().flatMapToInt(ObligationIndex::ownDays);
        return LocalDate.ofEpochDay(IntStream.concat(ofDecisions, ofProducts).min().orElse(first));
    }

    /** The days of a product's own life, whether or not it binds anybody. */
    private static IntStream ownDays(NormativeProduct product) {
        return Stream.of(
                        product.dates().published().stream(),
                        product.dates().withdrawn().stream(),
                        product.revisions().stream().map(Revision::date))
                .flatMap(days -> days)
                .mapToInt(Timelines::first);
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

    /** How many decisions there are. */
    int size() {
        return obligations.length;
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

    /** How the equal versions of a requirement divide those whom they bind, or {@code null} when they cannot. */
    @Nullable EqualVersions equalVersions(int requirement) {
        return equalVersions[requirement];
    }

    /** The first row of a requirement, and after the last requirement the number of rows. */
    int firstRow(int requirement) {
        return firstRows[requirement];
    }

    /** The rows that are all of their requirement. */
    RowSet alone() {
        return alone;
    }

    /** The rows of every product, and which products take whose place. */
    ProductRows productRows() {
        return productRows;
    }

    /** The rows of a product. */
    int[] rows(String product) {
        return productRows.rows(product);
    }

    /** The union of the atoms of some actors. */
    BitSet atoms(Collection<String> codes) {
        BitSet atoms = new BitSet();
        codes.forEach(code -> atoms.or(source.actors().atoms(code)));
        return atoms;
    }

    /** The rows by what a question can narrow them down to. */
    RowFilters filters() {
        return filters;
    }
}
