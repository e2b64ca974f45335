package no.normverk.catalogue.requirement;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.normverk.authoring.PartialDate;
import no.normverk.catalogue.Deadline;
import no.normverk.catalogue.LifecycleStatus;
import no.normverk.catalogue.NormativeProduct;
import no.normverk.catalogue.Obligation;

/**
 * The days that matter of every decision, as numbers (days since 1970), row by row in one array: a question on fifty thousand
 * decisions reads half a cache line of each that it must look at.
 *
 * <p>Rules for what a source leaves open. A beginning known to the month begins on its first day, an end on its last, and a
 * decision is known from the last day its date can mean. Without {@code mustFrom} an obligation begins when its provision came
 * into force, else when it was decided, else when the product was published, else it has always been; but not before the year
 * that the product's number names as its edition, for nobody can follow what is not written. A decision without a date is known
 * from ever, or since the decision that it takes the place of.
 */
final class Timelines {

    static final int ALWAYS = Integer.MIN_VALUE;
    static final int NEVER = Integer.MAX_VALUE;

    private static final int WIDTH = 8;
    private static final int KNOWN = 0;
    private static final int SUPERSEDED = 1;
    private static final int MAY = 2;
    private static final int BEGIN = 3;
    private static final int END = 4;
    private static final int WITHDRAWN = 5;
    private static final int WITHDRAWN_KNOWN = 6;
    private static final int FLAGS = 7;
    /** No day to begin on is known. */
    private static final int UNDATED = 1;
    /** Withdrawn, and no source says when. */
    private static final int GONE = 2;
    /** The day it begins on is no more than the first of the year of its edition. */
    private static final int BY_EDITION = 4;

    private final int[] days;

    private Timelines(int size) {
        days = new int[size * WIDTH];
    }

    /** The rows, the obligations of one product next to each other or not. */
    static Timelines of(List<NormativeProduct> products, List<Obligation> obligations) {
        Timelines timelines = new Timelines(obligations.size());
        for (int row = 0; row < obligations.size(); row++) {
            timelines.write(row, products.get(row), obligations.get(row));
        }
        timelines.supersede(products, obligations);
        return timelines;
    }

    private void write(int row, NormativeProduct product, Obligation obligation) {
        int at = row * WIDTH;
        days[at + KNOWN] = known(obligation);
        days[at + SUPERSEDED] = NEVER;
        boolean undated = obligation.mustFrom().filter(Deadline.Unknown.class::isInstance).isPresent()
                || product.lifecycle().filter(LifecycleStatus.STANSET::equals).isPresent();
        Optional<PartialDate> must = obligation.mustFrom().flatMap(Deadline::known);
        Optional<PartialDate> may = obligation.mayFrom().flatMap(Deadline::known);
        boolean optional = obligation.mustFrom().isEmpty() && may.isPresent();
        int begin = must.map(Timelines::first).orElseGet(() -> assumedBegin(product, obligation));
        int edition = must.isPresent() ? ALWAYS : firstOfEdition(product);
        days[at + BEGIN] = optional ? NEVER : Math.max(begin, edition);
        days[at + MAY] = may.map(Timelines::first).orElse(NEVER);
        days[at + END] = obligation.until().flatMap(Deadline::known).map(Timelines::last).orElse(NEVER);
        days[at + WITHDRAWN] = product.dates().withdrawn().map(Timelines::first).orElse(NEVER);
        days[at + WITHDRAWN_KNOWN] = product.dates().withdrawn().map(Timelines::last).orElse(NEVER);
        boolean gone = product.dates().withdrawn().isEmpty()
                && product.lifecycle().filter(LifecycleStatus.UTGATT::equals).isPresent();
        days[at + FLAGS] = (undated ? UNDATED : 0) | (gone ? GONE : 0) | (edition > begin ? BY_EDITION : 0);
    }

    /** The first day of the year of the oldest edition among the product's numbers, or {@link #ALWAYS} when none names a year. */
    private static int firstOfEdition(NormativeProduct product) {
        return product.identifiers().stream()
                .flatMapToInt(identifier -> identifier.edition().stream())
                .min()
                .stream()
                .map(year -> day(LocalDate.of(year, 1, 1)))
                .findFirst()
                .orElse(ALWAYS);
    }

    private static int assumedBegin(NormativeProduct product, Obligation obligation) {
        return obligation.legalBasis().flatMap(basis -> basis.inForceFrom())
                .or(obligation::decisionDate)
                .or(() -> product.dates().published())
                .map(Timelines::first)
                .orElse(ALWAYS);
    }

    private static int known(Obligation obligation) {
        return obligation.decisionDate().map(Timelines::last).orElse(ALWAYS);
    }

    /** Both directions of {@code supersedes}; a decision without a date is not older than what it takes the place of. */
    private void supersede(List<NormativeProduct> products, List<Obligation> obligations) {
        Map<String, Integer> rows = new HashMap<>();
        for (int row = 0; row < obligations.size(); row++) {
            rows.put(products.get(row).key() + "#" + obligations.get(row).id(), row);
        }
        for (int round = 0; round < obligations.size() && inherit(products, obligations, rows); round++) {
            // Until nothing changes: chains of decisions without dates pass a date on.
        }
        for (int row = 0; row < obligations.size(); row++) {
            for (String earlier : obligations.get(row).supersedes()) {
                Integer other = rows.get(products.get(row).key() + "#" + earlier);
                if (other != null) {
                    int at = other * WIDTH + SUPERSEDED;
                    days[at] = Math.min(days[at], days[row * WIDTH + KNOWN]);
                }
            }
        }
    }

    private boolean inherit(List<NormativeProduct> products, List<Obligation> obligations, Map<String, Integer> rows) {
        boolean changed = false;
        for (int row = 0; row < obligations.size(); row++) {
            if (obligations.get(row).decisionDate().isPresent()) {
                continue;
            }
            for (String earlier : obligations.get(row).supersedes()) {
                Integer other = rows.get(products.get(row).key() + "#" + earlier);
                if (other != null && days[other * WIDTH + KNOWN] > days[row * WIDTH + KNOWN]) {
                    days[row * WIDTH + KNOWN] = days[other * WIDTH + KNOWN];
                    changed = true;
                }
            }
        }
        return changed;
    }

    static int first(PartialDate date) {
        return day(date.earliest());
    }

    static int last(PartialDate date) {
        return day(date.latest());
    }

    static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    /** Whether the decision is known and has not been taken back by another that is known. */
    boolean stands(int row, int asOf) {
        int at = row * WIDTH;
        return days[at + KNOWN] <= asOf && asOf < days[at + SUPERSEDED];
    }

    /** The day from which the decision is known, or {@link #ALWAYS}. */
    int known(int row) {
        return days[row * WIDTH + KNOWN];
    }

    /** The last day on which no other is known to have taken its place; {@link #NEVER} when none has, {@link #ALWAYS} when one always had. */
    int lastStanding(int row) {
        int superseded = days[row * WIDTH + SUPERSEDED];
        return superseded == NEVER || superseded == ALWAYS ? superseded : superseded - 1;
    }

    /** The first day of the month or day it may begin, or {@link #NEVER}. */
    int may(int row) {
        return days[row * WIDTH + MAY];
    }

    /** The day from which it binds, {@link #ALWAYS} or {@link #NEVER}; a mere guess where {@link #isUndated} says so. */
    int begin(int row) {
        return days[row * WIDTH + BEGIN];
    }

    /** The same, but {@link #NEVER} where no more than the year of the edition is known: no day that anybody could be told of. */
    int announcedBegin(int row) {
        return (days[row * WIDTH + FLAGS] & BY_EDITION) != 0 ? NEVER : begin(row);
    }

    /** The last day, or {@link #NEVER}. */
    int end(int row) {
        return days[row * WIDTH + END];
    }

    /** The first day without the product, by what was known; {@link #NEVER} when it was not known to be withdrawn. */
    int withdrawn(int row, int asOf) {
        int at = row * WIDTH;
        return days[at + WITHDRAWN_KNOWN] <= asOf ? days[at + WITHDRAWN] : NEVER;
    }

    boolean isUndated(int row) {
        return (days[row * WIDTH + FLAGS] & UNDATED) != 0;
    }

    /** Whether the product is withdrawn and no source says when: then nobody can say whether it held. */
    boolean isGone(int row) {
        return (days[row * WIDTH + FLAGS] & GONE) != 0;
    }

    /** The last day up to which it holds whatever is known of its product: before any end and any withdrawal. */
    int lastBeforeWithdrawal(int row) {
        int withdrawn = days[row * WIDTH + WITHDRAWN];
        if (isGone(row)) {
            return ALWAYS;
        }
        return withdrawn == NEVER ? end(row) : Math.min(end(row), withdrawn - 1);
    }

    /**
     * How the obligation stands.
     *
     * @return ordinal of {@link RequirementStatus#UNDATED}, {@link RequirementStatus#PERMITTED} or {@link
     *     RequirementStatus#BINDING}; -1 when it does not hold
     */
    int status(int row, int date, int asOf) {
        int at = row * WIDTH;
        if (days[at + KNOWN] > asOf || asOf >= days[at + SUPERSEDED] || date > days[at + END]) {
            return -1;
        }
        if (days[at + WITHDRAWN] <= date && days[at + WITHDRAWN_KNOWN] <= asOf) {
            return -1;
        }
        boolean undated = (days[at + FLAGS] & UNDATED) != 0;
        if (date >= days[at + BEGIN]) {
            return undated ? RequirementStatus.UNDATED.ordinal() : RequirementStatus.BINDING.ordinal();
        }
        return date >= days[at + MAY] ? RequirementStatus.PERMITTED.ordinal() : -1;
    }
}
