package no.normverk.terminology;

import java.util.Collection;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import no.normverk.terminology.search.TextSearch;
import org.jspecify.annotations.Nullable;

/**
 * A code system version seen in another way: what a view does not say itself, the version says. A view that changes {@link #filter} says so in {@link #changes}, and whatever else is worked out from filters
 * follows.
 */
public abstract class ForwardingCodeSystem implements CodeSystemVersion {

    private final CodeSystemVersion version;

    protected ForwardingCodeSystem(CodeSystemVersion version) {
        this.version = version;
    }

    /** What is seen. */
    protected final CodeSystemVersion version() {
        return version;
    }

    @Override
    public CodeSystemHeader header() {
        return version.header();
    }

    /** None: an entry tells system, code and display as the version was compiled with them, and a view may change any of these. */
    @Override
    public @Nullable ListedConcepts listed() {
        return null;
    }

    /** Whether this view may select other concepts by a filter than the version does. */
    protected boolean changes(ConceptFilter filter) {
        return false;
    }

    /** The version with expressions, seen as this view sees it. */
    @Override
    public abstract CodeSystemVersion withExpressions(Collection<String> codes);

    @Override
    public int size() {
        return version.size();
    }

    @Override
    public int locate(String code) {
        return version.locate(code);
    }

    @Override
    public String code(int ordinal) {
        return version.code(ordinal);
    }

    @Override
    public Text codeText(int ordinal) {
        return version.codeText(ordinal);
    }

    @Override
    public @Nullable String display(int ordinal) {
        return version.display(ordinal);
    }

    @Override
    public @Nullable String displayLanguage(int ordinal) {
        return version.displayLanguage(ordinal);
    }

    @Override
    public List<Designation> designations(int ordinal) {
        return version.designations(ordinal);
    }

    @Override
    public @Nullable String definition(int ordinal) {
        return version.definition(ordinal);
    }

    @Override
    public boolean isInactive(int ordinal) {
        return version.isInactive(ordinal);
    }

    @Override
    public boolean isAbstract(int ordinal) {
        return version.isAbstract(ordinal);
    }

    @Override
    public @Nullable String status(int ordinal) {
        return version.status(ordinal);
    }

    @Override
    public List<ConceptProperty> properties(int ordinal) {
        return version.properties(ordinal);
    }

    @Override
    public List<ConceptProperty> properties(int ordinal, Predicate<String> wanted) {
        return version.properties(ordinal, wanted);
    }

    @Override
    public List<CompoundProperty> compoundProperties(int ordinal, Predicate<String> wanted) {
        return version.compoundProperties(ordinal, wanted);
    }

    @Override
    public List<Extension> extensions(int ordinal) {
        return version.extensions(ordinal);
    }

    @Override
    public Hierarchy hierarchy() {
        return version.hierarchy();
    }

    @Override
    public ConceptSet active() {
        return version.active();
    }

    @Override
    public ConceptSet filter(ConceptFilter filter) {
        return version.filter(filter);
    }

    @Override
    public boolean isSelected(ConceptFilter filter, int ordinal) {
        return changes(filter) ? CodeSystemVersion.super.isSelected(filter, ordinal) : version.isSelected(filter, ordinal);
    }

    @Override
    public ConceptSet filterTogether(Collection<ConceptFilter> filters) {
        return filters.stream().anyMatch(this::changes) ? CodeSystemVersion.super.filterTogether(filters) : version.filterTogether(filters);
    }

    @Override
    public Explanation explain(ConceptFilter filter, int ordinal) {
        return changes(filter) ? CodeSystemVersion.super.explain(filter, ordinal) : version.explain(filter, ordinal);
    }

    @Override
    public TextSearch text() {
        return version.text();
    }

    @Override
    public List<Designation> retiredDesignations(int ordinal) {
        return version.retiredDesignations(ordinal);
    }

    @Override
    public @Nullable Message whyNotValid(int ordinal) {
        return version.whyNotValid(ordinal);
    }

    @Override
    public Retirement retirement(int ordinal) {
        return version.retirement(ordinal);
    }

    @Override
    public boolean isShownByDefault(String property) {
        return version.isShownByDefault(property);
    }

    @Override
    public @Nullable String editionName() {
        return version.editionName();
    }

    @Override
    public boolean hasGrammar() {
        return version.hasGrammar();
    }

    @Override
    public @Nullable Message whyNoExpression(String code) {
        return version.whyNoExpression(code);
    }

    @Override
    public boolean isExpression(int ordinal) {
        return version.isExpression(ordinal);
    }

    @Override
    public @Nullable Message reservation(int ordinal) {
        return version.reservation(ordinal);
    }

    @Override
    public @Nullable List<Objection> objections(int ordinal) {
        return version.objections(ordinal);
    }

    @Override
    public @Nullable Message whyNotSelected(ConceptFilter filter, int ordinal) {
        return version.whyNotSelected(filter, ordinal);
    }

    @Override
    public @Nullable Canonical commonCodes() {
        return version.commonCodes();
    }

    @Override
    public boolean isShared() {
        return version.isShared();
    }

    @Override
    public ConceptSet all() {
        return version.all();
    }

    @Override
    public void forEachParent(int ordinal, IntConsumer visitor) {
        version.forEachParent(ordinal, visitor);
    }

    @Override
    public void forEachChild(int ordinal, IntConsumer visitor) {
        version.forEachChild(ordinal, visitor);
    }

    @Override
    public boolean subsumes(int ancestor, int descendant) {
        return version.subsumes(ancestor, descendant);
    }

    @Override
    public @Nullable Term term(int ordinal, Languages languages) {
        return version.term(ordinal, languages);
    }

    @Override
    public boolean serves(Designation designation, Languages languages) {
        return version.serves(designation, languages);
    }
}
