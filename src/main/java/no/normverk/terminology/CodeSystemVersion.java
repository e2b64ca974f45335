package no.normverk.terminology;

import java.util.Collection;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import no.normverk.terminology.search.TextSearch;
import org.jspecify.annotations.Nullable;

/**
 * One immutable version of one code system. Concepts are ordinals from 0 up to but not including {@link #size()}; an ordinal has meaning only within
 * this version.
 *
 * <p>There are two makings: in memory, from a definition, for small systems, and opened from an edition on disk for large ones. Both answer alike.
 */
public interface CodeSystemVersion {

    CodeSystemHeader header();

    /** This version under the URL that its author gave it: itself, unless it is seen under another of the system's URIs. */
    default CodeSystemVersion original() {
        return this;
    }

    /** How many concepts there are, inactive ones included. */
    int size();

    /** The ordinal of a code, following the system's rule on case; -1 when there is no such code. */
    int locate(String code);

    /** The code as the system writes it. */
    String code(int ordinal);

    /** The same, in the form in which it is held. */
    default Text codeText(int ordinal) {
        return Text.of(code(ordinal));
    }

    /** The display of the system's own choice: in its own language, preferred. */
    @Nullable String display(int ordinal);

    /** The language of {@link #display(int)}: BCP 47, or {@code null} when not known. */
    @Nullable String displayLanguage(int ordinal);

    /** The designations, without the display itself unless the definition repeats it. */
    List<Designation> designations(int ordinal);

    @Nullable String definition(int ordinal);

    boolean isInactive(int ordinal);

    /** Whether the concept only groups others and is not meant to be used as a code ({@code notSelectable}). */
    boolean isAbstract(int ordinal);

    /** The concept's status when its definition states one, such as {@code retired} or {@code deprecated}. */
    @Nullable String status(int ordinal);

    /** Own properties in the definition's order, hierarchy not included. */
    List<ConceptProperty> properties(int ordinal);

    /** Entries of lists that stand ready; {@code null} where there are none, as of what is seen in another way than it was compiled. */
    default @Nullable ListedConcepts listed() {
        return null;
    }

    /** The properties whose codes are wanted; for systems where it costs something to find out the others. */
    default List<ConceptProperty> properties(int ordinal, Predicate<String> wanted) {
        return properties(ordinal).stream().filter(property -> wanted.test(property.code())).toList();
    }

    /** The properties with parts, of those whose codes are wanted; they are told on demand only. */
    default List<CompoundProperty> compoundProperties(int ordinal, Predicate<String> wanted) {
        return List.of();
    }

    /** Extensions of the concept that an answer may repeat. */
    List<Extension> extensions(int ordinal);

    Hierarchy hierarchy();

    /** Concepts that are not inactive. */
    ConceptSet active();

    /**
     * The concepts that a filter selects.
     *
     * @throws TerminologyException when the property and operator are not supported or the value is unusable
     */
    ConceptSet filter(ConceptFilter filter);

    /**
     * Whether a filter selects a concept.
     *
     * @throws TerminologyException as {@link #filter} does
     */
    default boolean isSelected(ConceptFilter filter, int ordinal) {
        return filter(filter).contains(ordinal);
    }

    /**
     * The concepts that all of the filters select for one and the same group of properties, where the system groups properties (SNOMED CT's relationship groups); elsewhere those that all of them select.
     *
     * @throws TerminologyException as {@link #filter} does
     */
    default ConceptSet filterTogether(Collection<ConceptFilter> filters) {
        ConceptSet common = all();
        for (ConceptFilter filter : filters) {
            common = common.and(filter(filter));
        }
        return common;
    }

    /**
     * How a filter is answered, and whether it selects a concept.
     *
     * @param ordinal the concept asked about, or -1
     * @throws TerminologyException as {@link #filter} does
     */
    default Explanation explain(ConceptFilter filter, int ordinal) {
        String clause = filter.property() + " " + filter.operator().code() + " " + filter.value();
        return Explanation.measured(clause, ordinal, () -> filter(filter));
    }

    /** Search by words in displays and designations. */
    TextSearch text();

    /** Texts that were designations once and are no longer: they are recognised, and refused. */
    default List<Designation> retiredDesignations(int ordinal) {
        return List.of();
    }

    /** Why a concept is not valid on the day that this is the code system of; {@code null} when it is, or the code system knows nothing of days. */
    default @Nullable Message whyNotValid(int ordinal) {
        return null;
    }

    /** Why a concept is no longer to be used and what takes its place. The default reads the property {@code replacedBy}. */
    default Retirement retirement(int ordinal) {
        List<Retirement.Successor> successors = properties(ordinal, "replacedBy"::equals).stream()
                .map(property -> new Retirement.Successor(property.value().text(), Retirement.REPLACED_BY))
                .toList();
        return successors.isEmpty() ? Retirement.UNKNOWN : new Retirement(null, successors);
    }

    /** Whether {@code $lookup} tells a property without being asked for it. */
    default boolean isShownByDefault(String property) {
        return true;
    }

    /** How messages name the edition behind the version, or {@code null} where the version says it all. */
    default @Nullable String editionName() {
        return null;
    }

    /** Whether codes can be put together by a grammar, so that there are more of them than can be listed. */
    default boolean hasGrammar() {
        return false;
    }

    /**
     * This version with more concepts: those that the codes stand for by the system's grammar. Its own concepts keep their ordinals; the new ones come after them. Codes of its own
     * concepts and codes that mean nothing are passed over.
     *
     * @return this version itself when nothing is to be added
     */
    default CodeSystemVersion withExpressions(Collection<String> codes) {
        return this;
    }

    /** Why a code means nothing by the system's grammar, or {@code null} when there is no grammar or nothing to say. */
    default @Nullable Message whyNoExpression(String code) {
        return null;
    }

    /** Whether a concept was put together by the grammar. */
    default boolean isExpression(int ordinal) {
        return false;
    }

    /** What an answer must add about a concept that the grammar put together and that could not be checked in every respect; {@code null} when there is nothing. */
    default @Nullable Message reservation(int ordinal) {
        return null;
    }

    /** What the system's model of meaning has against a concept that the grammar put together, empty when nothing; {@code null} when there is no such model to check against. */
    default @Nullable List<Objection> objections(int ordinal) {
        return null;
    }

    /** Why a filter leaves a concept out, where that is worth telling; {@code null} otherwise. */
    default @Nullable Message whyNotSelected(ConceptFilter filter, int ordinal) {
        return null;
    }

    /**
     * The value set that lists the codes in common use, of a system whose grammar makes more than can be listed: its own concepts are those. {@code null} where the system's own
     * concepts are all that its authors defined.
     */
    default @Nullable Canonical commonCodes() {
        return null;
    }

    /** Whether it lives on after the request; what is worked out about it is worth keeping only then. */
    default boolean isShared() {
        return true;
    }

    /** All concepts. */
    default ConceptSet all() {
        return ConceptSet.range(0, size());
    }

    /** Visits the parents of a concept. */
    default void forEachParent(int ordinal, IntConsumer visitor) {
        hierarchy().forEachParent(ordinal, visitor);
    }

    /** Visits the children of a concept. */
    default void forEachChild(int ordinal, IntConsumer visitor) {
        hierarchy().forEachChild(ordinal, visitor);
    }

    /** Whether the first concept subsumes the second or is the same. */
    default boolean subsumes(int ancestor, int descendant) {
        return hierarchy().isSelfOrAncestor(ancestor, descendant);
    }

    /** Whether a text of a concept is one in the caller's languages, of which there is at least one; a system with dialects knows better than the text's language tells. */
    default boolean serves(Designation designation, Languages languages) {
        return languages.wants(designation.language());
    }

    /**
     * The text to show in the caller's languages. The default looks at the display and the designations; a system with dialects knows better.
     *
     * @return {@code null} when there is none and the caller refuses a fallback, or the concept has no text at all
     */
    default @Nullable Term term(int ordinal, Languages languages) {
        return languages.choose(display(ordinal), displayLanguage(ordinal), designations(ordinal));
    }
}
