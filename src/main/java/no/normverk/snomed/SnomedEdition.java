package no.normverk.snomed;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import no.normverk.terminology.CodeSystemHeader;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.CompoundProperty;
import no.normverk.terminology.ConceptFilter;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.Designation;
import no.normverk.terminology.Explanation;
import no.normverk.terminology.Extension;
import no.normverk.terminology.Hierarchy;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Languages;
import no.normverk.terminology.ListedConcepts;
import no.normverk.terminology.Message;
import no.normverk.terminology.Retirement;
import no.normverk.terminology.Term;
import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.Text;
import no.normverk.terminology.edition.ColumnFile;
import no.normverk.terminology.edition.DesignationIndex;
import no.normverk.terminology.edition.EditionDirectory;
import no.normverk.terminology.edition.EditionException;
import no.normverk.terminology.edition.ListedColumn;
import no.normverk.terminology.edition.Manifest;
import no.normverk.terminology.edition.TextColumn;
import no.normverk.terminology.search.TextSearch;
import org.jspecify.annotations.Nullable;

/**
 * An edition of SNOMED CT, opened.
 *
 * <p>Beside what every code system answers there are {@link #attributes()}, {@link #concreteValues()}, {@link #descriptions()},
 * {@link #dialects()} and {@link #refsets()}. In them a concept is an ordinal; other components are their SCTIDs as {@code long}.
 * All of them are immutable and may be used by any number of threads. After {@link #close()} texts and reference set rows can no
 * longer be read.
 */
public final class SnomedEdition implements CodeSystemVersion, Closeable {

    private static final EclEvaluator NO_ECL = (edition, ecl) -> {
        throw new TerminologyException(
                Issue.error("not-supported", null, Message.of("snomed-filter-unsupported", "constraint", "=", ecl), null));
    };

    private final Manifest manifest;
    private final ColumnFile columns;
    private final CodeSystemHeader header;
    private final long[] ids;
    private final long[] sortedIds;
    private final int[] sortedOrdinals;
    private final int[] times;
    private final int[] modules;
    private final long[] moduleIds;
    private final byte[] flags;
    private final int[] display;
    private final ConceptSet active;
    private final Hierarchy hierarchy;
    private final Dialects dialects;
    private final Descriptions descriptions;
    private final AttributeRelationships attributes;
    private final ConcreteValues concreteValues;
    private final Refsets refsets;
    private final @Nullable AlternateIdentifiers alternateIdentifiers;
    private final @Nullable ConceptModel conceptModel;
    private final AttributeAxioms attributeAxioms;
    private final TermChoice terms;
    private final EclEvaluator ecl;
    private final SnomedFilters filters;
    private final TextSearch text;
    private final SnomedProperties properties;
    private final @Nullable ListedConcepts listed;

    private SnomedEdition(Manifest manifest, ColumnFile columns, EclEvaluator ecl) {
        this.manifest = manifest;
        this.columns = columns;
        ids = columns.longs(SnomedColumns.CONCEPT_ID);
        sortedIds = columns.longs(SnomedColumns.CONCEPT_SORTED_ID);
        sortedOrdinals = columns.ints(SnomedColumns.CONCEPT_SORTED_ORDINAL);
        times = columns.ints(SnomedColumns.CONCEPT_TIME);
        modules = columns.ints(SnomedColumns.CONCEPT_MODULE);
        moduleIds = columns.longs(SnomedColumns.MODULES);
        flags = columns.bytes(SnomedColumns.CONCEPT_FLAGS);
        display = columns.ints(SnomedColumns.DISPLAY);
        active = ConceptSet.where(ids.length, ordinal -> (flags[ordinal] & SnomedColumns.ACTIVE) != 0);
        hierarchy = new Hierarchy(
                hierarchy(0), hierarchy(1), hierarchy(2), hierarchy(3), hierarchy(4), hierarchy(5));
        TextColumn texts = columns.texts(SnomedColumns.DESCRIPTION_TEXT);
        dialects = Dialects.open(columns, refset -> {
            int concept = locate(refset);
            return concept < 0 || display[concept] < 0 ? null : texts.get(display[concept]);
        });
        descriptions = new Descriptions(columns, dialects);
        attributes = new AttributeRelationships(columns);
        concreteValues = new ConcreteValues(columns);
        refsets = new Refsets(columns);
        alternateIdentifiers = AlternateIdentifiers.open(columns);
        conceptModel = ConceptModel.of(this);
        attributeAxioms = AttributeAxioms.of(this);
        terms = new TermChoice(descriptions, dialects);
        this.ecl = ecl;
        filters = new SnomedFilters(this, ecl);
        text = new DesignationIndex(columns);
        properties = new SnomedProperties(this);
        listed = columns.has(SnomedColumns.LISTED + ".start") ? ListedColumn.open(columns, SnomedColumns.LISTED) : null;
        header = properties.header(manifest.version());
    }

    private int[] hierarchy(int column) {
        return columns.ints(SnomedColumns.HIERARCHY + column);
    }

    /** Opens an edition that cannot evaluate expression constraints. */
    public static SnomedEdition open(Path edition) throws IOException {
        return open(edition, NO_ECL);
    }

    /**
     * Opens an edition.
     *
     * @param ecl evaluates the {@code constraint} filter
     * @throws EditionException when it is damaged, of another format version, or no edition of SNOMED CT
     */
    public static SnomedEdition open(Path edition, EclEvaluator ecl) throws IOException {
        Manifest manifest = Manifest.read(edition);
        if (!manifest.kind().equals(SnomedColumns.KIND)) {
            throw new EditionException(edition + " is an edition of kind " + manifest.kind() + ", not " + SnomedColumns.KIND);
        }
        ColumnFile columns = EditionDirectory.open(edition, manifest);
        try {
            return new SnomedEdition(manifest, columns, ecl);
        } catch (RuntimeException failure) {
            columns.close();
            throw new EditionException(edition + " does not hold what its format demands: " + failure.getMessage(), failure);
        }
    }

    /** What the edition says of itself. */
    public Manifest manifest() {
        return manifest;
    }

    /** Relationships other than is-a. */
    public AttributeRelationships attributes() {
        return attributes;
    }

    public ConcreteValues concreteValues() {
        return concreteValues;
    }

    public Descriptions descriptions() {
        return descriptions;
    }

    public Dialects dialects() {
        return dialects;
    }

    public Refsets refsets() {
        return refsets;
    }

    /** The rules that expressions are checked against; {@code null} when the release has none. */
    @Nullable ConceptModel conceptModel() {
        return conceptModel;
    }

    /** What the release's axioms say of attributes. */
    AttributeAxioms attributeAxioms() {
        return attributeAxioms;
    }

    /** Codes of other identifier schemes; {@code null} when the release had none. */
    public @Nullable AlternateIdentifiers alternateIdentifiers() {
        return alternateIdentifiers;
    }

    /** The ordinal of a concept, or -1. */
    public int locate(long sctid) {
        int position = Arrays.binarySearch(sortedIds, sctid);
        return position < 0 ? -1 : sortedOrdinals[position];
    }

    /** The SCTID of a concept. */
    public long sctid(int ordinal) {
        return ids[ordinal];
    }

    /** The module of a concept. */
    public long module(int ordinal) {
        return moduleIds[modules[ordinal]];
    }

    /** The effective time of a concept: the day as yyyymmdd. */
    public int effectiveTime(int ordinal) {
        return times[ordinal];
    }

    /** Whether the concept is sufficiently defined, not primitive. */
    public boolean isDefined(int ordinal) {
        return (flags[ordinal] & SnomedColumns.DEFINED) != 0;
    }

    /** What stands in parentheses at the end of the fully specified name; empty when nothing does. */
    public String semanticTag(int ordinal) {
        int name = descriptions.first(ordinal, Sctid.FULLY_SPECIFIED_NAME, "en");
        name = name < 0 ? descriptions.first(ordinal, Sctid.FULLY_SPECIFIED_NAME, "") : name;
        if (name < 0) {
            return "";
        }
        String full = descriptions.text(name);
        int open = full.lastIndexOf('(');
        return open > 0 && full.endsWith(")") ? full.substring(open + 1, full.length() - 1) : "";
    }

    /** The description that is the display, or -1. */
    public int displayDescription(int ordinal) {
        return display[ordinal];
    }

    @Override
    public CodeSystemHeader header() {
        return header;
    }

    @Override
    public int size() {
        return ids.length;
    }

    @Override
    public int locate(String code) {
        long id = Sctid.parse(code);
        return id < 0 ? -1 : locate(id);
    }

    @Override
    public String code(int ordinal) {
        return Long.toString(ids[ordinal]);
    }

    @Override
    public Text codeText(int ordinal) {
        return new Text.Digits(ids[ordinal]);
    }

    @Override
    public @Nullable String display(int ordinal) {
        return display[ordinal] < 0 ? null : descriptions.text(display[ordinal]);
    }

    @Override
    public @Nullable String displayLanguage(int ordinal) {
        return display[ordinal] < 0 ? null : descriptions.language(display[ordinal]);
    }

    /** All active descriptions and text definitions; the display is the first of them, for its standing per dialect is told here. */
    @Override
    public List<Designation> designations(int ordinal) {
        List<Designation> designations = new ArrayList<>();
        for (int i = descriptions.start(ordinal); i < descriptions.end(ordinal) && descriptions.isActive(i); i++) {
            if (i == display[ordinal]) {
                designations.addFirst(descriptions.designation(i));
            } else {
                designations.add(descriptions.designation(i));
            }
        }
        return designations;
    }

    @Override
    public @Nullable String definition(int ordinal) {
        int definition = descriptions.first(ordinal, Sctid.DEFINITION, "en");
        definition = definition < 0 ? descriptions.first(ordinal, Sctid.DEFINITION, "") : definition;
        return definition < 0 ? null : descriptions.text(definition);
    }

    @Override
    public boolean isInactive(int ordinal) {
        return (flags[ordinal] & SnomedColumns.ACTIVE) == 0;
    }

    @Override
    public boolean isAbstract(int ordinal) {
        return false;
    }

    @Override
    public @Nullable String status(int ordinal) {
        return isInactive(ordinal) ? "inactive" : null;
    }

    /** Inactive descriptions and text definitions. */
    @Override
    public List<Designation> retiredDesignations(int ordinal) {
        List<Designation> retired = new ArrayList<>();
        for (int i = descriptions.start(ordinal); i < descriptions.end(ordinal); i++) {
            if (!descriptions.isActive(i)) {
                retired.add(descriptions.designation(i));
            }
        }
        return retired;
    }

    @Override
    public Retirement retirement(int ordinal) {
        return new HistoricalAssociations(this).of(ordinal);
    }

    @Override
    public boolean isShownByDefault(String property) {
        return properties.isShownByDefault(property);
    }

    @Override
    public String editionName() {
        return EditionNames.of(manifest.version());
    }

    @Override
    public boolean hasGrammar() {
        return true;
    }

    @Override
    public CodeSystemVersion withExpressions(Collection<String> codes) {
        return ExpressedEdition.of(this, null, codes);
    }

    @Override
    public @Nullable Message whyNoExpression(String code) {
        if (ExpressionReading.looksLikeIdentifier(code)) {
            return null;
        }
        try {
            new ExpressionReading(this).read(code);
            return null;
        } catch (TerminologyException e) {
            return e.issues().getFirst().message();
        }
    }

    /** Whether an expression satisfies a constraint of the Expression Constraint Language. */
    boolean satisfies(PostcoordinatedConcept concept, String constraint) {
        return ecl.isSatisfied(this, concept, constraint);
    }

    /** All but the normal form, which is worked out when it is asked for by name. */
    @Override
    public List<ConceptProperty> properties(int ordinal) {
        return properties.of(ordinal, code -> !SnomedProperties.isWorkedOut(code));
    }

    @Override
    public List<ConceptProperty> properties(int ordinal, Predicate<String> wanted) {
        return properties.of(ordinal, wanted);
    }

    @Override
    public List<CompoundProperty> compoundProperties(int ordinal, Predicate<String> wanted) {
        return new ConceptSurroundings(this).of(ordinal, wanted);
    }

    @Override
    public @Nullable ListedConcepts listed() {
        return listed;
    }

    @Override
    public List<Extension> extensions(int ordinal) {
        return List.of();
    }

    @Override
    public Hierarchy hierarchy() {
        return hierarchy;
    }

    @Override
    public ConceptSet active() {
        return active;
    }

    @Override
    public ConceptSet filter(ConceptFilter filter) {
        return filters.evaluate(filter);
    }

    @Override
    public boolean isSelected(ConceptFilter filter, int ordinal) {
        return filters.selects(filter, ordinal);
    }

    @Override
    public Explanation explain(ConceptFilter filter, int ordinal) {
        return SnomedFilters.isConstraint(filter)
                ? ecl.explain(this, filter.value(), ordinal)
                : CodeSystemVersion.super.explain(filter, ordinal);
    }

    /** How a constraint is answered, and whether an expression satisfies it. */
    Explanation explain(PostcoordinatedConcept concept, String constraint) {
        return ecl.explain(this, constraint, concept);
    }

    @Override
    public ConceptSet filterTogether(Collection<ConceptFilter> together) {
        return filters.inOneGroup(together);
    }

    @Override
    public TextSearch text() {
        return text;
    }

    @Override
    public @Nullable Term term(int ordinal, Languages languages) {
        return terms.choose(ordinal, display[ordinal], languages);
    }

    @Override
    public boolean serves(Designation designation, Languages languages) {
        return terms.serves(designation, languages);
    }

    @Override
    public void close() {
        columns.close();
    }

    @Override
    public String toString() {
        return manifest.system() + "|" + manifest.version();
    }
}
