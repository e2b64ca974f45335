package no.normverk.fhir.operation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import no.normverk.fhir.json.JsonOut;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Coding;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.Designation;
import no.normverk.terminology.Explanation;
import no.normverk.terminology.Extension;
import no.normverk.terminology.PropertyDefinition;
import no.normverk.terminology.Term;
import no.normverk.terminology.Value;
import no.normverk.terminology.valueset.ConceptReference;
import no.normverk.terminology.valueset.Expansion.Entry;
import no.normverk.terminology.valueset.Expansion;
import no.normverk.terminology.valueset.Unclosed;
import org.jspecify.annotations.Nullable;

/** Writes an expansion as a ValueSet, straight from the ordinals. */
final class ExpansionWriter {

    private static final String R5 = "http://hl7.org/fhir/5.0/StructureDefinition/extension-ValueSet.expansion.";
    private static final String CONCEPT_PROPERTIES = "http://hl7.org/fhir/concept-properties#";
    private static final Coding PREFERRED_FOR_LANGUAGE = Coding.of(
            "http://terminology.hl7.org/CodeSystem/hl7TermMaintInfra", "preferredForLanguage", "Preferred For Language");

    /** Bytes that an entry takes, most often. */
    private static final int ENTRY_SIZE = 150;

    /** After so many entries it is known what one of these takes. */
    private static final int MEASURED = 64;

    private final Expansion expansion;
    private final ExpansionView view;
    private final @Nullable Explanation explanation;
    private final boolean plain;
    private final Map<String, String> propertyUris = new LinkedHashMap<>();
    private @Nullable CodeSystemVersion openingOf;
    private byte[] opening = {};

    /** @param explanation how the value set comes to its concepts, or {@code null} when nobody asks */
    ExpansionWriter(Expansion expansion, ExpansionView view, @Nullable Explanation explanation) {
        this.explanation = explanation;
        this.expansion = expansion;
        this.view = view;
        this.plain = !view.designations() && view.designationTokens().isEmpty() && !view.definition() && view.properties().isEmpty();
    }

    Answer write(ExpansionEcho echo) {
        JsonOut out = JsonOut.forAnswer(2048 + ENTRY_SIZE * Math.min(expansion.contains().size(), 2 * MEASURED));
        boolean whole = echo.arguments().isTrue("includeDefinition");
        out.startObject().members(whole ? expansion.valueSet().definition() : expansion.valueSet().preface());
        out.name("expansion").startObject();
        int start = out.length();
        out.member("identifier", "urn:uuid:" + identifier());
        out.member("timestamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        if (!isSampleOfWholeSystem()) {
            out.name("total").number(expansion.total());
        }
        Integer offset = echo.arguments().count("offset");
        if (offset != null) {
            out.name("offset").number(offset);
        }
        echo.write(out);
        writeContains(out);
        // Which properties there are is known when the concepts have been written, and they are told before them.
        JsonOut extension = new JsonOut(64);
        writeUnclosed(extension);
        if (extension.length() > 0) {
            out.insertMembers(start, extension);
        }
        out.endObject().endObject();
        return Answer.ok(out);
    }

    private void writeContains(JsonOut out) {
        List<Entry> entries = expansion.contains();
        if (entries.isEmpty()) {
            return;
        }
        out.name("contains").startArray();
        int start = out.length();
        ListedRuns runs = plain && view.languages().isEmpty() ? new ListedRuns(expansion) : null;
        int reserveAt = MEASURED;
        for (int i = 0; i < entries.size(); ) {
            if (i >= reserveAt) {
                // A little more than there should be, so that one long name more does not make a copy of all.
                out.reserve((out.length() - start) / i * 33 / 32 * (entries.size() - i));
                reserveAt = Integer.MAX_VALUE;
            }
            int ready = runs == null ? 0 : runs.write(out, i);
            if (ready == 0) {
                write(out, entries.get(i));
            }
            i += Math.max(ready, 1);
        }
        out.endArray();
    }

    /** A random UUID (RFC 9562, version 4). It need only be unique, not hard to guess. */
    private static UUID identifier() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(
                random.nextLong() & 0xFFFFFFFF_FFFF0FFFL | 0x4000L, random.nextLong() & 0x3FFFFFFF_FFFFFFFFL | 0x80000000_00000000L);
    }

    /** Whether only common codes of a system without end are listed: how many those are says nothing of how many there are. */
    private boolean isSampleOfWholeSystem() {
        return expansion.usage().openGrammar() == Unclosed.WHOLE_SYSTEM && expansion.usage().commonCodes() != null;
    }

    /** Extensions of the expansion: which properties there are, and whether the list can be complete. */
    private void writeUnclosed(JsonOut out) {
        List<CodeSystemVersion> fragments = expansion.usage().codeSystems().values().stream()
                .filter(system -> system.header().isFragment())
                .toList();
        Unclosed grammar = expansion.usage().openGrammar();
        if (fragments.isEmpty() && propertyUris.isEmpty() && grammar == Unclosed.NO && explanation == null) {
            return;
        }
        out.name("extension").startArray();
        if (!fragments.isEmpty() || grammar != Unclosed.NO) {
            out.startObject().member("url", "http://hl7.org/fhir/StructureDefinition/valueset-unclosed");
            out.name("valueBoolean").bool(true).endObject();
        }
        for (CodeSystemVersion fragment : fragments) {
            out.startObject().member("url", "http://hl7.org/fhir/StructureDefinition/valueset-unclosed-reason");
            out.member(
                    "valueString",
                    "This extension is based on a fragment of the code system " + fragment.header().url());
            out.endObject();
        }
        Canonical common = expansion.usage().commonCodes();
        if (grammar == Unclosed.WHOLE_SYSTEM || (grammar != Unclosed.NO && common != null)) {
            out.startObject().member("url", "http://hl7.org/fhir/StructureDefinition/valueset-unclosed-reason");
            out.member(
                    "valueString",
                    "The code System '" + expansion.usage().grammarSystem() + "' has a grammar and so has infinite members"
                            + (common == null ? "" : ". This extension is based on " + common.url()));
            out.endObject();
        }
        propertyUris.forEach((code, uri) -> {
            out.startObject().member("url", R5 + "property").name("extension").startArray();
            out.startObject().member("url", "code").member("valueCode", code).endObject();
            if (!uri.isEmpty()) {
                out.startObject().member("url", "uri").member("valueUri", uri).endObject();
            }
            out.endArray().endObject();
        });
        if (explanation != null) {
            ExplanationWriter.writeExtension(out, explanation);
        }
        out.endArray();
    }

    private void write(JsonOut out, Entry entry) {
        if (isOrdinary(entry)) {
            writeOrdinary(out, entry.system(), entry.ordinal());
        } else {
            writeWhole(out, entry);
        }
    }

    /** Whether there is nothing to tell but code and display. */
    private boolean isOrdinary(Entry entry) {
        CodeSystemVersion system = entry.system();
        int ordinal = entry.ordinal();
        return plain
                && (entry.reference() == null || entry.reference().isCodeOnly())
                && entry.children().isEmpty()
                && !system.isInactive(ordinal)
                && !system.isAbstract(ordinal)
                && system.status(ordinal) == null
                && system.extensions(ordinal).isEmpty();
    }

    private void writeOrdinary(JsonOut out, CodeSystemVersion system, int ordinal) {
        if (system != openingOf) {
            openingOf = system;
            opening = opening(system);
        }
        out.opening(opening).string(system.codeText(ordinal));
        Term term = system.term(ordinal, view.languages());
        ShownTerm.member(out, "display", term);
        out.endObject();
    }

    /** An entry up to its code. */
    private byte[] opening(CodeSystemVersion system) {
        JsonOut out = new JsonOut(128);
        out.startObject().member("system", system.header().url());
        writeVersion(out, system);
        return out.name("code").toByteArray();
    }

    private void writeVersion(JsonOut out, CodeSystemVersion system) {
        String version = system.header().version();
        if (version != null && expansion.usage().isVersionAmbiguous(system.header().url())) {
            out.member("version", version);
        }
    }

    private void writeWhole(JsonOut out, Entry entry) {
        CodeSystemVersion system = entry.system();
        int ordinal = entry.ordinal();
        ConceptReference reference = entry.reference();
        List<Extension> ofReference = reference == null ? List.of() : reference.extensions();
        ConceptExtras extras = ConceptExtras.of(system.extensions(ordinal), ofReference);
        Map<String, List<Value>> properties = properties(system, ordinal, extras);
        out.startObject();
        writeExtensions(out, extras.extensions().values(), properties);
        out.member("system", system.header().url());
        if (system.isAbstract(ordinal)) {
            out.name("abstract").bool(true);
        }
        if (system.isInactive(ordinal)) {
            out.name("inactive").bool(true);
        }
        writeVersion(out, system);
        out.member("code", system.codeText(ordinal));
        Term term = system.term(ordinal, view.languages());
        String display = display(reference, term);
        if (display != null) {
            boolean isTerm = term != null && display.equals(term.value());
            ShownTerm.member(out, "display", display, isTerm ? ShownTerm.fallback(term) : null);
        }
        if (!plain) {
            writeDesignations(out, system, ordinal, reference, display, term == null ? null : term.language());
        }
        if (!entry.children().isEmpty()) {
            out.name("contains").startArray();
            entry.children().forEach(child -> write(out, child));
            out.endArray();
        }
        out.endObject();
    }

    /** The value set's own text counts unless the caller wants a language in which the code system has one. */
    private @Nullable String display(@Nullable ConceptReference reference, @Nullable Term term) {
        if (reference == null) {
            return term == null ? null : term.value();
        }
        Term own = view.languages().choose(null, null, reference.designations());
        if (own != null) {
            return own.value();
        }
        boolean asked = term != null && term.asked() && !view.languages().isEmpty();
        if (reference.display() != null && !asked) {
            return reference.display();
        }
        return term == null ? null : term.value();
    }

    private static void writeExtensions(JsonOut out, Iterable<Extension> extensions, Map<String, List<Value>> properties) {
        if (!extensions.iterator().hasNext() && properties.isEmpty()) {
            return;
        }
        out.name("extension").startArray();
        for (Extension extension : extensions) {
            out.startObject().member("url", extension.url());
            ParametersWriter.writeValue(out, extension.value());
            out.endObject();
        }
        properties.forEach((code, values) -> values.forEach(value -> {
            out.startObject().member("url", R5 + "contains.property").name("extension").startArray();
            out.startObject().member("url", "code").member("valueCode", code).endObject();
            out.startObject().member("url", "value");
            ParametersWriter.writeValue(out, value);
            out.endObject();
            out.endArray().endObject();
        }));
        out.endArray();
    }

    private Map<String, List<Value>> properties(CodeSystemVersion system, int ordinal, ConceptExtras extras) {
        boolean nothing = plain && extras.properties().isEmpty();
        String status = view.status() || !system.isInactive(ordinal) ? status(system, ordinal, extras) : null;
        if (nothing && status == null) {
            return Map.of();
        }
        Map<String, List<Value>> properties = new LinkedHashMap<>();
        if (view.definition() && system.definition(ordinal) != null) {
            put(properties, "definition", new Value.Text(String.valueOf(system.definition(ordinal))), CONCEPT_PROPERTIES + "definition");
        }
        if (status != null) {
            put(properties, "status", new Value.Code(status), CONCEPT_PROPERTIES + "status");
        }
        extras.properties()
                .forEach((code, value) -> put(properties, code, value, ConceptExtras.PROPERTY_URIS.getOrDefault(code, "")));
        if (!view.properties().isEmpty()) {
            addAsked(properties, system, ordinal);
        }
        return properties;
    }

    /** The status when it is worth telling without being asked: anything but active. */
    private static @Nullable String status(CodeSystemVersion system, int ordinal, ConceptExtras extras) {
        String status = system.status(ordinal);
        if (status == null) {
            return extras.status();
        }
        return status.equals("active") ? null : status;
    }

    private void addAsked(Map<String, List<Value>> properties, CodeSystemVersion system, int ordinal) {
        boolean all = view.properties().contains("*");
        for (ConceptProperty property : system.properties(ordinal)) {
            boolean asked = all || view.properties().contains(property.code());
            boolean told = property.code().equals("status") && properties.containsKey("status");
            if (asked && !told) {
                PropertyDefinition definition = system.header().properties().get(property.code());
                String uri = definition == null || definition.uri() == null ? "" : definition.uri();
                put(properties, property.code(), property.value(), uri);
            }
        }
        addRelatives(properties, system, ordinal, "parent", all);
        addRelatives(properties, system, ordinal, "child", all);
    }

    private void addRelatives(
            Map<String, List<Value>> properties, CodeSystemVersion system, int ordinal, String which, boolean all) {
        if ((!all && !view.properties().contains(which)) || properties.containsKey(which)) {
            return;
        }
        String uri = CONCEPT_PROPERTIES + which;
        if (which.equals("parent")) {
            system.forEachParent(ordinal, other -> put(properties, which, new Value.Code(system.code(other)), uri));
        } else {
            system.forEachChild(ordinal, other -> put(properties, which, new Value.Code(system.code(other)), uri));
        }
    }

    private void put(Map<String, List<Value>> properties, String code, Value value, String uri) {
        properties.computeIfAbsent(code, key -> new ArrayList<>()).add(value);
        propertyUris.putIfAbsent(code, uri);
    }

    private void writeDesignations(
            JsonOut out,
            CodeSystemVersion system,
            int ordinal,
            @Nullable ConceptReference reference,
            @Nullable String shown,
            @Nullable String shownLanguage) {
        List<Designation> designations = new ArrayList<>();
        String display = system.display(ordinal);
        if (display != null && !display.equals(shown)) {
            designations.add(new Designation(system.displayLanguage(ordinal), PREFERRED_FOR_LANGUAGE, display));
        }
        designations.addAll(system.designations(ordinal));
        if (reference != null) {
            designations.addAll(reference.designations());
        }
        List<Designation> kept = designations.stream()
                .filter(view::shows)
                .filter(designation -> designation.use() != null
                        || !designation.value().equals(shown)
                        || !Objects.equals(designation.language(), shownLanguage))
                .toList();
        if (kept.isEmpty()) {
            return;
        }
        out.name("designation").startArray();
        // What is shown as display is told last: it is the one the reader knows already.
        kept.stream()
                .sorted(Comparator.comparing(designation -> designation.value().equals(shown)))
                .forEach(designation -> DesignationWriter.write(out, designation));
        out.endArray();
    }
}
