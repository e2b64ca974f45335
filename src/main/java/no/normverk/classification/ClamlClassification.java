package no.normverk.classification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.normverk.terminology.CodeSystemHeader;
import no.normverk.terminology.Coding;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.Designation;
import no.normverk.terminology.PropertyDefinition;
import no.normverk.terminology.Standing;
import no.normverk.terminology.Value;
import org.jspecify.annotations.Nullable;

/**
 * Makes a classification of what stands in a ClaML file. Inclusions and long titles become designations, a definition the definition, every other rubric a property under its kind; dagger, asterisk and
 * optional marks the property {@code usage}. Where a category without subclasses is modified, it or a class above it, the modifier's classes become codes below it ({@code E10} with {@code .2} gives
 * {@code E10.2}), unless the file has that code itself.
 */
final class ClamlClassification {
    private static final Set<String> AS_DESIGNATION = Set.of("inclusion", "preferredLong", "preferredShort");
    private static final String USE = "http://normverk.no/fhir/CodeSystem/claml-rubric";

    private final ClamlContent content;
    private final List<ClassificationConcept> concepts = new ArrayList<>();
    private final List<FileRemark> remarks = new ArrayList<>();
    private final Set<String> done = new HashSet<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, PropertyDefinition> properties = new LinkedHashMap<>();

    ClamlClassification(ClamlContent content) {
        this.content = content;
    }

    Classification build(@Nullable String stated) throws ClassificationException {
        String version = stated != null ? stated : content.version != null ? content.version : content.date;
        if (version == null) {
            throw new ClassificationException("The file's <Title> states no version; name it with --version", 1, 1);
        }
        if (content.classes.isEmpty()) {
            throw new ClassificationException("The file has no <Class>", 1, 1);
        }
        for (PropertyDefinition property : List.of(
                ConceptProperties.of("kind", "code", "chapter, block or category (ClassKind)"),
                ConceptProperties.of("usage", "code", "dagger, aster or optional (UsageKind)"),
                ConceptProperties.NOT_SELECTABLE,
                ConceptProperties.PARENT)) {
            properties.put(property.code(), property);
        }
        for (ClamlContent.Entry entry : content.classes.values()) {
            if (entry.superClasses.stream().noneMatch(content.classes::containsKey)) {
                if (!entry.superClasses.isEmpty()) {
                    remarks.add(new FileRemark(entry.line, entry.column, "'" + entry.code + "' is below " + entry.superClasses + ", which the file does not have: put at the top"));
                }
                add(entry, null, Map.of());
            }
        }
        for (ClamlContent.Entry entry : content.classes.values()) {
            if (!done.contains(entry.code)) {
                throw new ClassificationException("The class '" + entry.code + "' is its own ancestor, or not among the subclasses of its superclass", entry.line, entry.column);
            }
        }
        LinkedHashMap<String, Integer> all = new LinkedHashMap<>();
        all.put("classes", content.classes.size());
        all.putAll(counts);
        return new Classification(header(version), List.of(), "", "Read from ClaML" + (content.title == null ? "" : ": " + content.title) + ".", concepts, new FileFacts(all, remarks));
    }

    private CodeSystemHeader header(String version) {
        String name = content.name == null ? "ClaML" : content.name.replaceAll("[^A-Za-z0-9]", "");
        return new CodeSystemHeader(
                url(name), version, name.isEmpty() || !Character.isLetter(name.charAt(0)) ? "C" + name : name, content.title == null || content.title.isEmpty() ? name : content.title, content.language, Standing.ACTIVE,
                "complete", false, null, "is-a",
                properties.values().stream().collect(Collectors.toMap(PropertyDefinition::code, property -> property)));
    }

    /** The OID that the file states. WHO's own file states none, and is the ICD-10 that FHIR has a URI for. */
    private String url(String name) {
        if (content.uid != null && content.uid.matches("[0-2](\\.[0-9]+)+")) {
            return "urn:oid:" + content.uid;
        }
        boolean whos = "WHO".equalsIgnoreCase(content.authority) && name.toUpperCase(Locale.ROOT).startsWith("ICD10");
        return whos ? Icd10Lineage.WHO : "http://normverk.no/fhir/CodeSystem/claml-" + name.toLowerCase(Locale.ROOT);
    }

    private void add(ClamlContent.Entry entry, @Nullable String parent, Map<String, Set<String>> inherited) throws ClassificationException {
        if (!done.add(entry.code)) {
            return;
        }
        String display = entry.text("preferred");
        if (display == null) {
            throw new ClassificationException("The class '" + entry.code + "' has no rubric of kind 'preferred'", entry.line, entry.column);
        }
        String kind = entry.kind == null ? "class" : entry.kind;
        counts.merge("of kind " + kind, 1, Integer::sum);
        concepts.add(new ClassificationConcept(entry.code, display, parent, designations(entry), propertiesOf(entry, parent, kind), entry.text("definition")));
        Map<String, Set<String>> modifiers = new LinkedHashMap<>(inherited);
        modifiers.putAll(entry.modifiedBy);
        entry.excludedModifiers.forEach(modifiers::remove);
        List<ClamlContent.Entry> children = entry.subClasses.stream().map(content.classes::get).filter(Objects::nonNull).toList();
        for (ClamlContent.Entry child : children) {
            add(child, entry.code, modifiers);
        }
        if (entry.subClasses.isEmpty()) {
            modify(entry.code, display, List.copyOf(modifiers.entrySet()), 0, entry);
        }
    }

    /** Adds the codes that modifiers make, the second one's below the first one's. */
    private void modify(String code, String display, List<Map.Entry<String, Set<String>>> modifiers, int next, ClamlContent.Entry of) throws ClassificationException {
        if (next == modifiers.size()) {
            return;
        }
        String modifier = modifiers.get(next).getKey();
        Map<String, ClamlContent.Entry> classes = content.modifierClasses.get(modifier);
        if (classes == null) {
            throw new ClassificationException("'" + of.code + "' is modified by '" + modifier + "', of which the file has no classes", of.line, of.column);
        }
        Set<String> valid = modifiers.get(next).getValue();
        for (ClamlContent.Entry one : classes.values()) {
            String modified = joined(code, one.code);
            if (!valid.isEmpty() && !valid.contains(one.code) || content.classes.containsKey(modified) || !done.add(modified)) {
                continue;
            }
            String text = one.text("preferred");
            String full = display + " : " + (text == null ? one.code : text);
            counts.merge("made by modifiers", 1, Integer::sum);
            concepts.add(new ClassificationConcept(
                    modified, full, code, List.of(), List.of(new ConceptProperty("kind", new Value.Code("modifiedcategory"))), one.text("definition")));
            modify(modified, full, modifiers, next + 1, of);
        }
    }

    /** A code with more characters: the first after a category of three follows a dot, and there is one dot only. */
    private static String joined(String code, String more) {
        String bare = more.startsWith(".") ? more.substring(1) : more;
        return code.indexOf('.') >= 0 || code.length() != 3 && !more.startsWith(".") ? code + bare : code + "." + bare;
    }

    private List<Designation> designations(ClamlContent.Entry entry) {
        return entry.rubrics.stream()
                .filter(rubric -> AS_DESIGNATION.contains(rubric.kind()) && !rubric.line().isEmpty())
                .map(rubric -> new Designation(content.language, Coding.of(USE, rubric.kind(), rubric.kind()), rubric.line()))
                .toList();
    }

    private List<ConceptProperty> propertiesOf(ClamlContent.Entry entry, @Nullable String parent, String kind) {
        List<ConceptProperty> told = new ArrayList<>();
        told.add(new ConceptProperty("kind", new Value.Code(kind)));
        if (entry.usage != null) {
            told.add(new ConceptProperty("usage", new Value.Code(entry.usage)));
        }
        if (kind.equals("chapter") || kind.equals("block")) {
            told.add(new ConceptProperty(ConceptProperties.NOT_SELECTABLE.code(), new Value.Bool(true)));
        }
        entry.superClasses.stream()
                .filter(other -> !other.equals(parent) && content.classes.containsKey(other))
                .forEach(other -> told.add(new ConceptProperty(ConceptProperties.PARENT.code(), new Value.Code(other))));
        for (ClamlContent.Rubric rubric : entry.rubrics) {
            boolean elsewhere = rubric.kind().equals("preferred") || rubric.kind().equals("definition") || AS_DESIGNATION.contains(rubric.kind());
            if (!elsewhere && !rubric.line().isEmpty()) {
                properties.computeIfAbsent(rubric.kind(), code -> ConceptProperties.of(code, "string", "Rubric '" + code + "'"));
                told.add(new ConceptProperty(rubric.kind(), new Value.Text(rubric.line())));
            }
            for (ClamlContent.Reference reference : rubric.references()) {
                String code = reference.usage() + "Code";
                properties.computeIfAbsent(code, made -> ConceptProperties.of(made, "string", "A code that a text refers to as " + reference.usage()));
                ConceptProperty property = new ConceptProperty(code, new Value.Text(reference.code()));
                if (!told.contains(property)) {
                    told.add(property);
                }
            }
        }
        return told;
    }
}
