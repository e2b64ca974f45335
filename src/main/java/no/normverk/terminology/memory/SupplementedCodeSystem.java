package no.normverk.terminology.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.CodeSystemHeader;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.ConceptFilter;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.Designation;
import no.normverk.terminology.Explanation;
import no.normverk.terminology.Extension;
import no.normverk.terminology.Hierarchy;
import no.normverk.terminology.Languages;
import no.normverk.terminology.Message;
import no.normverk.terminology.Objection;
import no.normverk.terminology.Retirement;
import no.normverk.terminology.search.LinearTextSearch;
import no.normverk.terminology.Term;
import no.normverk.terminology.search.TextSearch;
import org.jspecify.annotations.Nullable;

/**
 * A code system version seen together with supplements: the same concepts and hierarchy, with the supplements' designations, properties and extensions
 * added (FHIR R4, 4.8.6). A supplement cannot add or remove concepts.
 */
public final class SupplementedCodeSystem implements CodeSystemVersion {

    private final CodeSystemVersion base;
    private final List<CodeSystemVersion> supplements;
    private final TextSearch text;
    private final CodeSystemHeader header;

    public SupplementedCodeSystem(CodeSystemVersion base, List<CodeSystemVersion> supplements) {
        this.base = base;
        this.supplements = List.copyOf(supplements);
        this.header = base.header().withProperties(supplements);
        this.text = new LinearTextSearch(this);
    }

    public List<CodeSystemVersion> supplements() {
        return supplements;
    }

    @Override
    public CodeSystemHeader header() {
        return header;
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
    public @Nullable String display(int ordinal) {
        return base.display(ordinal);
    }

    @Override
    public @Nullable String displayLanguage(int ordinal) {
        return base.displayLanguage(ordinal);
    }

    @Override
    public List<Designation> designations(int ordinal) {
        List<Designation> all = new ArrayList<>(base.designations(ordinal));
        all.addAll(added(ordinal));
        return all;
    }

    private List<Designation> added(int ordinal) {
        List<Designation> all = new ArrayList<>();
        for (CodeSystemVersion supplement : supplements) {
            int added = supplement.locate(base.code(ordinal));
            if (added < 0) {
                continue;
            }
            String source = supplement.header().canonical().toString();
            String display = supplement.display(added);
            if (display != null && !display.equals(base.display(ordinal))) {
                all.add(new Designation(supplement.displayLanguage(added), null, display).from(source));
            }
            supplement.designations(added).forEach(designation -> all.add(designation.from(source)));
        }
        return all;
    }

    /** Language by language the code system's own text, for it knows its dialects, then one that a supplement adds. */
    @Override
    public @Nullable Term term(int ordinal, Languages languages) {
        List<Designation> added = List.of();
        for (String range : languages.ranges()) {
            Languages one = new Languages(range, List.of(range), false);
            Term own = base.term(ordinal, one);
            if (own != null) {
                return own;
            }
            added = added.isEmpty() ? added(ordinal) : added;
            Term supplied = one.choose(null, null, added);
            if (supplied != null) {
                return supplied;
            }
        }
        return base.term(ordinal, languages);
    }

    @Override
    public boolean serves(Designation designation, Languages languages) {
        return designation.source() == null ? base.serves(designation, languages) : languages.wants(designation.language());
    }

    @Override
    public @Nullable String definition(int ordinal) {
        return base.definition(ordinal);
    }

    @Override
    public boolean isInactive(int ordinal) {
        return base.isInactive(ordinal);
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
    public boolean isShared() {
        return false;
    }

    @Override
    public List<ConceptProperty> properties(int ordinal) {
        List<ConceptProperty> all = new ArrayList<>(base.properties(ordinal));
        for (CodeSystemVersion supplement : supplements) {
            int added = supplement.locate(base.code(ordinal));
            if (added >= 0) {
                all.addAll(supplement.properties(added));
            }
        }
        return all;
    }

    @Override
    public List<Extension> extensions(int ordinal) {
        List<Extension> all = new ArrayList<>(base.extensions(ordinal));
        for (CodeSystemVersion supplement : supplements) {
            int added = supplement.locate(base.code(ordinal));
            if (added >= 0) {
                all.addAll(supplement.extensions(added));
            }
        }
        return all;
    }

    @Override
    public Hierarchy hierarchy() {
        return base.hierarchy();
    }

    @Override
    public ConceptSet active() {
        return base.active();
    }

    @Override
    public ConceptSet filter(ConceptFilter filter) {
        boolean added = supplements.stream()
                .anyMatch(supplement -> supplement.header().properties().containsKey(filter.property()));
        return added ? new PropertyFilters(this).select(filter) : base.filter(filter);
    }

    @Override
    public Explanation explain(ConceptFilter filter, int ordinal) {
        boolean added = supplements.stream()
                .anyMatch(supplement -> supplement.header().properties().containsKey(filter.property()));
        return added ? CodeSystemVersion.super.explain(filter, ordinal) : base.explain(filter, ordinal);
    }

    @Override
    public ConceptSet filterTogether(Collection<ConceptFilter> filters) {
        return base.filterTogether(filters);
    }

    @Override
    public TextSearch text() {
        return text;
    }

    @Override
    public @Nullable Message whyNotValid(int ordinal) {
        return base.whyNotValid(ordinal);
    }

    @Override
    public Retirement retirement(int ordinal) {
        return base.retirement(ordinal);
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
    public CodeSystemVersion withExpressions(Collection<String> codes) {
        CodeSystemVersion more = base.withExpressions(codes);
        return more == base ? this : new SupplementedCodeSystem(more, supplements);
    }

    @Override
    public boolean isExpression(int ordinal) {
        return base.isExpression(ordinal);
    }

    @Override
    public @Nullable Message whyNoExpression(String code) {
        return base.whyNoExpression(code);
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
}
