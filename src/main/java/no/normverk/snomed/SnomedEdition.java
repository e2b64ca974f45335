package no.normverk.snomed;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import no.normverk.terminology.CodeSystemHeader;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.ConceptFilter;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.Designation;
import no.normverk.terminology.Extension;
import no.normverk.terminology.Hierarchy;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Languages;
import no.normverk.terminology.Message;
import no.normverk.terminology.PropertyDefinition;
import no.normverk.terminology.Standing;
import no.normverk.terminology.Term;
import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.Value;
import no.normverk.terminology.edition.ColumnFile;
import no.normverk.terminology.edition.DesignationIndex;
import no.normverk.terminology.edition.EditionDirectory;
import no.normverk.terminology.edition.EditionException;
import no.normverk.terminology.edition.Manifest;
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

    private static final Set<String> SPECIALIST_PROPERTIES = Set.of("sufficientlyDefined", "moduleId", "semanticTag");

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
    private final TermChoice terms;
    private final EclEvaluator ecl;
    private final SnomedFilters filters;
    private final TextSearch text;

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
        dialects = Dialects.open(columns);
        descriptions = new Descriptions(columns, dialects);
        attributes = new AttributeRelationships(columns);
        concreteValues = new ConcreteValues(columns);
        refsets = new Refsets(columns);
        terms = new TermChoice(descriptions, dialects);
        this.ecl = ecl;
        filters = new SnomedFilters(this, ecl);
        text = new DesignationIndex(columns);
        header = header(manifest.version());
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

    private CodeSystemHeader header(String version) {
        Map<String, PropertyDefinition> properties = new LinkedHashMap<>();
        declare(properties, "inactive", "http://hl7.org/fhir/concept-properties#inactive", "boolean");
        declare(properties, "sufficientlyDefined", Sctid.SYSTEM, "boolean");
        declare(properties, "moduleId", Sctid.SYSTEM, "code");
        declare(properties, "effectiveTime", Sctid.SYSTEM, "dateTime");
        declare(properties, "semanticTag", Sctid.SYSTEM, "string");
        declare(properties, "parent", "http://hl7.org/fhir/concept-properties#parent", "code");
        declare(properties, "child", "http://hl7.org/fhir/concept-properties#child", "code");
        attributes.attributes().forEach(attribute -> {
            String code = code(attribute);
            properties.put(code, new PropertyDefinition(code, "http://snomed.info/id/" + code, display(attribute), "code"));
        });
        return new CodeSystemHeader(
                Sctid.SYSTEM,
                version,
                Sctid.SYSTEM + "|" + version,
                "SNOMED CT",
                dialects.size() > 0 ? dialects.language(0) : "en",
                Standing.ACTIVE,
                "complete",
                true,
                null,
                "is-a",
                properties);
    }

    private static void declare(Map<String, PropertyDefinition> properties, String code, String uri, String type) {
        String own = uri.equals(Sctid.SYSTEM) ? "http://snomed.info/field/" + code : uri;
        properties.put(code, new PropertyDefinition(code, own, null, type));
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

    /** Attributes and the effective time; the columns that only specialists ask for are told on demand. */
    @Override
    public boolean isShownByDefault(String property) {
        return !SPECIALIST_PROPERTIES.contains(property);
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

    @Override
    public List<ConceptProperty> properties(int ordinal) {
        return properties(ordinal, code -> true);
    }

    @Override
    public List<ConceptProperty> properties(int ordinal, Predicate<String> wanted) {
        List<ConceptProperty> properties = new ArrayList<>();
        if (wanted.test("inactive")) {
            properties.add(new ConceptProperty("inactive", new Value.Bool(isInactive(ordinal))));
        }
        if (wanted.test("sufficientlyDefined")) {
            properties.add(new ConceptProperty("sufficientlyDefined", new Value.Bool(isDefined(ordinal))));
        }
        if (wanted.test("moduleId")) {
            properties.add(new ConceptProperty("moduleId", new Value.Code(Long.toString(module(ordinal)))));
        }
        if (wanted.test("effectiveTime")) {
            properties.add(new ConceptProperty("effectiveTime", new Value.DateTime(day(times[ordinal]))));
        }
        String tag = wanted.test("semanticTag") ? semanticTag(ordinal) : "";
        if (!tag.isEmpty()) {
            properties.add(new ConceptProperty("semanticTag", new Value.Text(tag)));
        }
        addRelationships(properties, ordinal, wanted);
        return properties;
    }

    private void addRelationships(List<ConceptProperty> properties, int ordinal, Predicate<String> wanted) {
        for (int i = attributes.start(ordinal); i < attributes.end(ordinal); i++) {
            String code = code(attributes.type(i));
            if (wanted.test(code)) {
                int target = attributes.target(i);
                properties.add(new ConceptProperty(code, new Value.Code(code(target)), attributes.type(i), target));
            }
        }
        for (int i = concreteValues.start(ordinal); i < concreteValues.end(ordinal); i++) {
            String code = code(concreteValues.type(i));
            if (wanted.test(code)) {
                properties.add(new ConceptProperty(code, value(concreteValues.value(i)), concreteValues.type(i), -1));
            }
        }
    }

    /** An effective time, yyyymmdd, as FHIR writes dates. */
    private static String day(int time) {
        String digits = Integer.toString(time);
        return digits.substring(0, 4) + "-" + digits.substring(4, 6) + "-" + digits.substring(6);
    }

    static Value value(ConcreteValue value) {
        if (value.isNumber()) {
            return new Value.Decimal(value.number());
        }
        return value.isText() ? new Value.Text(value.plain()) : new Value.Bool(Boolean.parseBoolean(value.plain()));
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
    public void close() {
        columns.close();
    }

    @Override
    public String toString() {
        return manifest.system() + "|" + manifest.version();
    }
}
