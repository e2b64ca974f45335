package no.normverk.terminology.validity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import no.normverk.terminology.CodeSystemHeader;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.ConceptFilter;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.FilterOperator;
import no.normverk.terminology.ForwardingCodeSystem;
import no.normverk.terminology.Message;
import no.normverk.terminology.Retirement;
import no.normverk.terminology.Value;
import no.normverk.terminology.memory.PropertyFilters;
import org.jspecify.annotations.Nullable;

/**
 * A code system version whose concepts have windows of time, as it is on one day. Concepts outside their window are inactive, and valid for nobody; a use that has ended, such as being reported to a
 * registry, is told as ended. What the version says of the day it was loaded on, it says here of the day in question.
 */
public final class DatedCodeSystem extends ForwardingCodeSystem {

    private static final String INACTIVE = "inactive";

    private final Windows windows;
    private final LocalDate day;
    private volatile @Nullable ConceptSet active;

    private DatedCodeSystem(CodeSystemVersion base, Windows windows, LocalDate day) {
        super(base);
        this.windows = windows;
        this.day = day;
    }

    /** The version as it is on a day; itself when its concepts have no windows. */
    public static CodeSystemVersion of(CodeSystemVersion base, LocalDate day) {
        Windows windows = Windows.of(base.header());
        return windows == null ? base : new DatedCodeSystem(base, windows, day);
    }

    /** Whether a version knows its past, so that it can answer for days before it was published. */
    public static boolean knowsItsPast(CodeSystemHeader header) {
        return Windows.of(header) != null;
    }

    private Window window(int ordinal) {
        return Windows.window(version().properties(ordinal), Windows.FROM, Windows.TO);
    }

    @Override
    public boolean isInactive(int ordinal) {
        Window window = window(ordinal);
        return !window.holds(day) || (window.to() == null && version().isInactive(ordinal));
    }

    @Override
    public @Nullable Message whyNotValid(int ordinal) {
        Window window = window(ordinal);
        if (window.holds(day)) {
            return null;
        }
        if (window.isAhead(day)) {
            return Message.of("code-not-yet-valid", code(ordinal), String.valueOf(window.from()), day.toString());
        }
        String successors =
                retirement(ordinal).successors().stream().map(Retirement.Successor::code).collect(Collectors.joining(", "));
        String last = String.valueOf(window.to());
        return successors.isEmpty()
                ? Message.of("code-expired", code(ordinal), last, day.toString())
                : Message.of("code-expired-replaced", code(ordinal), last, day.toString(), successors);
    }

    @Override
    public ConceptSet active() {
        ConceptSet known = active;
        if (known == null) {
            known = ConceptSet.where(size(), ordinal -> !isInactive(ordinal));
            active = known;
        }
        return known;
    }

    @Override
    public List<ConceptProperty> properties(int ordinal) {
        return onTheDay(version().properties(ordinal), ordinal);
    }

    @Override
    public List<ConceptProperty> properties(int ordinal, Predicate<String> wanted) {
        return properties(ordinal).stream().filter(property -> wanted.test(property.code())).toList();
    }

    private List<ConceptProperty> onTheDay(List<ConceptProperty> properties, int ordinal) {
        List<ConceptProperty> told = new ArrayList<>(properties.size());
        for (ConceptProperty property : properties) {
            Windows.Use use = windows.use(property.code());
            if (property.code().equals(INACTIVE)) {
                told.add(new ConceptProperty(INACTIVE, new Value.Bool(isInactive(ordinal))));
            } else if (use != null && property.value().text().equals("true")) {
                boolean within = Windows.window(properties, use.from(), use.to()).holds(day);
                told.add(new ConceptProperty(property.code(), new Value.Bool(within)));
            } else {
                told.add(property);
            }
        }
        return told;
    }

    @Override
    protected boolean changes(ConceptFilter filter) {
        return filter.property().equals(INACTIVE) || windows.use(filter.property()) != null;
    }

    @Override
    public ConceptSet filter(ConceptFilter filter) {
        if (filter.property().equals(INACTIVE) && filter.operator() == FilterOperator.EQUALS) {
            return filter.value().equals("true") ? all().minus(active()) : filter.value().equals("false") ? active() : ConceptSet.EMPTY;
        }
        return changes(filter) ? new PropertyFilters(this).select(filter) : version().filter(filter);
    }

    @Override
    public CodeSystemVersion withExpressions(Collection<String> codes) {
        CodeSystemVersion more = version().withExpressions(codes);
        return more == version() ? this : new DatedCodeSystem(more, windows, day);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DatedCodeSystem dated && dated.version().equals(version()) && dated.day.equals(day);
    }

    @Override
    public int hashCode() {
        return Objects.hash(version(), day);
    }

    @Override
    public String toString() {
        return version() + " on " + day;
    }
}
