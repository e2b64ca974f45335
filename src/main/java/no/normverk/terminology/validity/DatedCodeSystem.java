package no.normverk.terminology.validity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.CodeSystemHeader;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.ConceptFilter;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.Designation;
import no.normverk.terminology.Extension;
import no.normverk.terminology.FilterOperator;
import no.normverk.terminology.Hierarchy;
import no.normverk.terminology.Languages;
import no.normverk.terminology.Message;
import no.normverk.terminology.Objection;
import no.normverk.terminology.Retirement;
import no.normverk.terminology.Term;
import no.normverk.terminology.Text;
import no.normverk.terminology.Value;
import no.normverk.terminology.memory.PropertyFilters;
import no.normverk.terminology.search.TextSearch;
import org.jspecify.annotations.Nullable;

/**
 * A code system version whose concepts have windows of time, as it is on one day. Concepts outside their window are inactive, and valid for nobody; a use that has ended, such as being reported to a
 * registry, is told as ended. What the version says of the day it was loaded on, it says here of the day in question.
 */
public final class DatedCodeSystem implements CodeSystemVersion {

    private static final String INACTIVE = "inactive";

    private final CodeSystemVersion base;
    private final Windows windows;
    private final LocalDate day;
    private volatile @Nullable ConceptSet active;

    private DatedCodeSystem(CodeSystemVersion base, Windows windows, LocalDate day) {
        this.base = base;
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
        return Windows.window(base.properties(ordinal), Windows.FROM, Windows.TO);
    }

    @Override
    public boolean isInactive(int ordinal) {
        Window window = window(ordinal);
        return !window.holds(day) || (window.to() == null && base.isInactive(ordinal));
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
        return onTheDay(base.properties(ordinal), ordinal);
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
    public ConceptSet filter(ConceptFilter filter) {
        if (filter.property().equals(INACTIVE) && filter.operator() == FilterOperator.EQUALS) {
            return filter.value().equals("true") ? all().minus(active()) : filter.value().equals("false") ? active() : ConceptSet.EMPTY;
        }
        boolean changesWithTime = filter.property().equals(INACTIVE) || windows.use(filter.property()) != null;
        return changesWithTime ? new PropertyFilters(this).select(filter) : base.filter(filter);
    }

    @Override
    public CodeSystemVersion withExpressions(Collection<String> codes) {
        CodeSystemVersion more = base.withExpressions(codes);
        return more == base ? this : new DatedCodeSystem(more, windows, day);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DatedCodeSystem dated && dated.base.equals(base) && dated.day.equals(day);
    }

    @Override
    public int hashCode() {
        return Objects.hash(base, day);
    }

    @Override
    public String toString() {
        return base + " on " + day;
    }

    // Everything else is the same on every day.

    @Override
    public CodeSystemHeader header() {
        return base.header();
    }

    @Override
    public int size() {
        return base.size();
    }

    @Override
    public int locate(String code) {
        return base.locate(code);
    }

    @Override
    public String code(int ordinal) {
        return base.code(ordinal);
    }

    @Override
    public Text codeText(int ordinal) {
        return base.codeText(ordinal);
    }

    @Override
    public @Nullable String display(int ordinal) {
        return base.display(ordinal);
    }

    @Override
    public @Nullable String displayLanguage(int ordinal) {
        return base.displayLanguage(ordinal);
    }

    @Override
    public List<Designation> designations(int ordinal) {
        return base.designations(ordinal);
    }

    @Override
    public List<Designation> retiredDesignations(int ordinal) {
        return base.retiredDesignations(ordinal);
    }

    @Override
    public @Nullable String definition(int ordinal) {
        return base.definition(ordinal);
    }

    @Override
    public boolean isAbstract(int ordinal) {
        return base.isAbstract(ordinal);
    }

    @Override
    public @Nullable String status(int ordinal) {
        return base.status(ordinal);
    }

    @Override
    public Retirement retirement(int ordinal) {
        return base.retirement(ordinal);
    }

    @Override
    public List<Extension> extensions(int ordinal) {
        return base.extensions(ordinal);
    }

    @Override
    public Hierarchy hierarchy() {
        return base.hierarchy();
    }

    @Override
    public TextSearch text() {
        return base.text();
    }

    @Override
    public boolean isShownByDefault(String property) {
        return base.isShownByDefault(property);
    }

    @Override
    public @Nullable String editionName() {
        return base.editionName();
    }

    @Override
    public boolean hasGrammar() {
        return base.hasGrammar();
    }

    @Override
    public @Nullable Message whyNoExpression(String code) {
        return base.whyNoExpression(code);
    }

    @Override
    public boolean isExpression(int ordinal) {
        return base.isExpression(ordinal);
    }

    @Override
    public @Nullable Message reservation(int ordinal) {
        return base.reservation(ordinal);
    }

    @Override
    public @Nullable List<Objection> objections(int ordinal) {
        return base.objections(ordinal);
    }

    @Override
    public @Nullable Message whyNotSelected(ConceptFilter filter, int ordinal) {
        return base.whyNotSelected(filter, ordinal);
    }

    @Override
    public @Nullable Canonical commonCodes() {
        return base.commonCodes();
    }

    @Override
    public boolean isShared() {
        return base.isShared();
    }

    @Override
    public void forEachParent(int ordinal, IntConsumer visitor) {
        base.forEachParent(ordinal, visitor);
    }

    @Override
    public void forEachChild(int ordinal, IntConsumer visitor) {
        base.forEachChild(ordinal, visitor);
    }

    @Override
    public boolean subsumes(int ancestor, int descendant) {
        return base.subsumes(ancestor, descendant);
    }

    @Override
    public boolean serves(Designation designation, Languages languages) {
        return base.serves(designation, languages);
    }

    @Override
    public @Nullable Term term(int ordinal, Languages languages) {
        return base.term(ordinal, languages);
    }
}
