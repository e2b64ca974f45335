package no.normverk.terminology.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.CodeSystemHeader;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.ConceptFilter;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.Designation;
import no.normverk.terminology.Extension;
import no.normverk.terminology.Hierarchy;
import no.normverk.terminology.Message;
import no.normverk.terminology.search.TextSearch;
import org.jspecify.annotations.Nullable;

/**
 * A code system that is a grammar: every code that keeps its rules is a concept. Those in common use are its own concepts, in the order of the value set that lists them; any other comes
 * with the request that names it, after them.
 */
public final class GrammarCodeSystem implements CodeSystemVersion {

    private final Grammar grammar;
    private final Canonical commonCodes;
    private final InMemoryCodeSystem common;
    private final InMemoryCodeSystem brought;
    private final List<ConceptDefinition> broughtConcepts;
    private final Hierarchy hierarchy;

    private GrammarCodeSystem(
            Grammar grammar, Canonical commonCodes, InMemoryCodeSystem common, List<ConceptDefinition> broughtConcepts) {
        this.grammar = grammar;
        this.commonCodes = commonCodes;
        this.common = common;
        this.broughtConcepts = broughtConcepts;
        this.brought = new InMemoryCodeSystem(new CodeSystemDefinition(common.header(), broughtConcepts));
        this.hierarchy = broughtConcepts.isEmpty() ? common.hierarchy() : flat(common.size() + brought.size());
    }

    private static Hierarchy flat(int size) {
        return Hierarchy.of(new int[size + 1], new int[0]);
    }

    /**
     * A code system of all that a grammar allows.
     *
     * @param commonCodes the value set that lists the common codes
     * @param common those of its concepts that keep the rules
     */
    public static GrammarCodeSystem of(
            CodeSystemHeader header, Grammar grammar, Canonical commonCodes, List<ConceptDefinition> common) {
        return new GrammarCodeSystem(
                grammar, commonCodes, new InMemoryCodeSystem(new CodeSystemDefinition(header, common)), List.of());
    }

    @Override
    public CodeSystemVersion withExpressions(Collection<String> codes) {
        List<ConceptDefinition> more = codes.stream()
                .distinct()
                .filter(code -> locate(code) < 0)
                .map(grammar::read)
                .filter(Objects::nonNull)
                .toList();
        if (more.isEmpty()) {
            return this;
        }
        List<ConceptDefinition> all = new ArrayList<>(broughtConcepts);
        all.addAll(more);
        return new GrammarCodeSystem(grammar, commonCodes, common, all);
    }

    private boolean isCommon(int ordinal) {
        return ordinal < common.size();
    }

    private InMemoryCodeSystem holder(int ordinal) {
        return isCommon(ordinal) ? common : brought;
    }

    private int within(int ordinal) {
        return isCommon(ordinal) ? ordinal : ordinal - common.size();
    }

    @Override
    public CodeSystemHeader header() {
        return common.header();
    }

    @Override
    public int size() {
        return common.size() + brought.size();
    }

    @Override
    public int locate(String code) {
        int ordinal = common.locate(code);
        if (ordinal >= 0) {
            return ordinal;
        }
        int other = brought.locate(code);
        return other < 0 ? -1 : common.size() + other;
    }

    @Override
    public String code(int ordinal) {
        return holder(ordinal).code(within(ordinal));
    }

    @Override
    public @Nullable String display(int ordinal) {
        return holder(ordinal).display(within(ordinal));
    }

    @Override
    public @Nullable String displayLanguage(int ordinal) {
        return header().language();
    }

    @Override
    public List<Designation> designations(int ordinal) {
        return holder(ordinal).designations(within(ordinal));
    }

    @Override
    public @Nullable String definition(int ordinal) {
        return holder(ordinal).definition(within(ordinal));
    }

    @Override
    public boolean isInactive(int ordinal) {
        return holder(ordinal).isInactive(within(ordinal));
    }

    @Override
    public boolean isAbstract(int ordinal) {
        return holder(ordinal).isAbstract(within(ordinal));
    }

    @Override
    public @Nullable String status(int ordinal) {
        return holder(ordinal).status(within(ordinal));
    }

    @Override
    public List<ConceptProperty> properties(int ordinal) {
        return holder(ordinal).properties(within(ordinal));
    }

    @Override
    public List<Extension> extensions(int ordinal) {
        return holder(ordinal).extensions(within(ordinal));
    }

    @Override
    public Hierarchy hierarchy() {
        return hierarchy;
    }

    @Override
    public ConceptSet active() {
        int[] shifted = IntStream.of(brought.active().toArray())
                .map(ordinal -> common.size() + ordinal)
                .toArray();
        return common.active().or(ConceptSet.of(shifted));
    }

    @Override
    public ConceptSet filter(ConceptFilter filter) {
        return new PropertyFilters(this).select(filter);
    }

    /** Only common codes can be found by their texts: of the others there is no end. */
    @Override
    public TextSearch text() {
        return common.text();
    }

    @Override
    public boolean isShownByDefault(String property) {
        return grammar.isShownByDefault(property);
    }

    @Override
    public boolean hasGrammar() {
        return true;
    }

    @Override
    public boolean isExpression(int ordinal) {
        return !isCommon(ordinal);
    }

    @Override
    public @Nullable Message whyNoExpression(String code) {
        return grammar.whyNot(code);
    }

    @Override
    public @Nullable Message whyNotSelected(ConceptFilter filter, int ordinal) {
        return grammar.whyNotSelected(filter, code(ordinal));
    }

    @Override
    public Canonical commonCodes() {
        return commonCodes;
    }

    /** The concepts that codes stand for, those left out that break the rules. */
    public static List<ConceptDefinition> readAll(Grammar grammar, Stream<String> codes) {
        return codes.map(grammar::read).filter(Objects::nonNull).toList();
    }
}
