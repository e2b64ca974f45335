package no.normverk.terminology.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import no.normverk.terminology.CodeSystemHeader;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.ConceptFilter;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.Designation;
import no.normverk.terminology.Extension;
import no.normverk.terminology.ForwardingCodeSystem;
import no.normverk.terminology.Languages;
import no.normverk.terminology.search.LinearTextSearch;
import no.normverk.terminology.Term;
import no.normverk.terminology.search.TextSearch;
import org.jspecify.annotations.Nullable;

/**
 * A code system version seen together with supplements: the same concepts and hierarchy, with the supplements' designations, properties and extensions
 * added (FHIR R4, 4.8.6). A supplement cannot add or remove concepts.
 */
public final class SupplementedCodeSystem extends ForwardingCodeSystem {

    private final List<CodeSystemVersion> supplements;
    private final TextSearch text;
    private final CodeSystemHeader header;

    public SupplementedCodeSystem(CodeSystemVersion base, List<CodeSystemVersion> supplements) {
        super(base);
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
    public List<Designation> designations(int ordinal) {
        List<Designation> all = new ArrayList<>(version().designations(ordinal));
        all.addAll(added(ordinal));
        return all;
    }

    private List<Designation> added(int ordinal) {
        List<Designation> all = new ArrayList<>();
        for (CodeSystemVersion supplement : supplements) {
            int added = supplement.locate(version().code(ordinal));
            if (added < 0) {
                continue;
            }
            String source = supplement.header().canonical().toString();
            String display = supplement.display(added);
            if (display != null && !display.equals(version().display(ordinal))) {
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
            Term own = version().term(ordinal, one);
            if (own != null) {
                return own;
            }
            added = added.isEmpty() ? added(ordinal) : added;
            Term supplied = one.choose(null, null, added);
            if (supplied != null) {
                return supplied;
            }
        }
        return version().term(ordinal, languages);
    }

    @Override
    public boolean serves(Designation designation, Languages languages) {
        return designation.source() == null ? version().serves(designation, languages) : languages.wants(designation.language());
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public List<ConceptProperty> properties(int ordinal) {
        List<ConceptProperty> all = new ArrayList<>(version().properties(ordinal));
        for (CodeSystemVersion supplement : supplements) {
            int added = supplement.locate(version().code(ordinal));
            if (added >= 0) {
                all.addAll(supplement.properties(added));
            }
        }
        return all;
    }

    @Override
    public List<ConceptProperty> properties(int ordinal, Predicate<String> wanted) {
        return properties(ordinal).stream().filter(property -> wanted.test(property.code())).toList();
    }

    @Override
    public List<Extension> extensions(int ordinal) {
        List<Extension> all = new ArrayList<>(version().extensions(ordinal));
        for (CodeSystemVersion supplement : supplements) {
            int added = supplement.locate(version().code(ordinal));
            if (added >= 0) {
                all.addAll(supplement.extensions(added));
            }
        }
        return all;
    }

    @Override
    protected boolean changes(ConceptFilter filter) {
        return supplements.stream()
                .anyMatch(supplement -> supplement.header().properties().containsKey(filter.property()));
    }

    @Override
    public ConceptSet filter(ConceptFilter filter) {
        return changes(filter) ? new PropertyFilters(this).select(filter) : version().filter(filter);
    }

    @Override
    public TextSearch text() {
        return text;
    }

    @Override
    public CodeSystemVersion withExpressions(Collection<String> codes) {
        CodeSystemVersion more = version().withExpressions(codes);
        return more == version() ? this : new SupplementedCodeSystem(more, supplements);
    }
}
