package no.normverk.catalogue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.normverk.authoring.PartialDate;
import no.normverk.authoring.WebAddress;
import no.normverk.authoring.YamlMapping;

/** Reads one product from the fields of its file. */
final class ProductReader {

    private static final String DATE = "a date as YYYY, YYYY-MM or YYYY-MM-DD";
    private static final Pattern SEEN = Pattern.compile("(\\d{4}(?:-\\d{2}){0,2})(?:/(\\d{4}(?:-\\d{2}){0,2}))?");

    private static final Pattern CANONICAL = Pattern.compile("(https?://|urn:)[^\\s|]+");

    /** The fields of a product's file, as in {@code product.schema.json}. */
    static final String[] FIELDS = {
        "key", "title", "description", "version", "level", "documentType", "lifecycle", "managementPhase", "publisher", "identifiers", "otherNames",
        "topic", "underlyingStandard", "eifLayer", "published", "updated", "withdrawn", "revisions", "profileOf", "replaces", "binds", "address",
        "formerAddresses", "obligations", "sources", "unverified"
    };

    private final Vocabularies vocabularies;
    private final Set<String> keys;
    private final ObligationReader obligations;

    /** @param keys the keys of all products, to which references must point */
    ProductReader(Vocabularies vocabularies, Set<String> keys) {
        this.vocabularies = vocabularies;
        this.keys = keys;
        obligations = new ObligationReader(vocabularies.actors());
    }

    NormativeProduct read(String expectedKey, YamlMapping fields) {
        fields.allowOnly(FIELDS);
        return new NormativeProduct(
                fields.key(expectedKey),
                fields.requiredLocalText("title"),
                fields.localText("description"),
                fields.text("version"),
                fields.code("level", NormativeLevel.class),
                fields.code("documentType", DocumentType.class),
                fields.code("lifecycle", LifecycleStatus.class),
                fields.code("managementPhase", ManagementPhase.class),
                fields.text("publisher"),
                fields.values("identifiers", "a number such as HIS 80822:2014 or HIS 1153-1:2016", Identifier::parse),
                fields.texts("otherNames"),
                vocabularyCodes(fields, "topic", vocabularies.topics()),
                vocabularyCodes(fields, "underlyingStandard", vocabularies.underlyingStandards()),
                fields.codes("eifLayer", EifLayer.class),
                dates(fields),
                fields.mappings("revisions").stream().map(ProductReader::revision).toList(),
                references(fields, "profileOf", expectedKey),
                references(fields, "replaces", expectedKey),
                fields.mappings("binds").stream().flatMap(bound -> bound(bound).stream()).toList(),
                fields.value("address", "a web address", WebAddress::parse),
                fields.values("formerAddresses", "a web address", WebAddress::parse),
                obligations.read(fields),
                sources(fields),
                unverified(fields));
    }

    private static List<String> vocabularyCodes(YamlMapping fields, String name, Vocabulary vocabulary) {
        return fields.values(name, "a code of CodeSystem " + vocabulary.name(), code -> Optional.of(code)
                .filter(vocabulary::has));
    }

    private List<String> references(YamlMapping fields, String name, String self) {
        return fields.values(name, "the key of another product of the catalogue", key -> Optional.of(key)
                .filter(keys::contains)
                .filter(other -> !other.equals(self)));
    }

    private static NormativeProduct.Dates dates(YamlMapping fields) {
        return new NormativeProduct.Dates(
                fields.value("published", DATE, PartialDate::parse),
                fields.value("updated", DATE, PartialDate::parse),
                fields.value("withdrawn", DATE, PartialDate::parse));
    }

    private static Revision revision(YamlMapping fields) {
        fields.allowOnly("date", "kind", "text");
        Optional<PartialDate> date = fields.value("date", DATE, PartialDate::parse);
        if (!fields.names().contains("date")) {
            fields.required("date");
        }
        return new Revision(
                date.orElseGet(() -> new PartialDate("0001")), fields.code("kind", RevisionKind.class), fields.required("text"));
    }

    /** Content is written under the name of what it is: {@code codeSystem: http://snomed.info/sct}. */
    private static Optional<BoundContent> bound(YamlMapping fields) {
        String kinds = Arrays.stream(BoundContent.Kind.values()).map(BoundContent.Kind::field).collect(Collectors.joining(", "));
        fields.allowOnly((kinds + ", version, note").split(", "));
        List<BoundContent.Kind> named = Arrays.stream(BoundContent.Kind.values())
                .filter(kind -> fields.names().contains(kind.field()))
                .toList();
        if (named.size() != 1) {
            fields.problem("binds", named.isEmpty() ? "no content" : "several in one entry", "one of " + kinds);
            return Optional.empty();
        }
        BoundContent.Kind kind = named.getFirst();
        return fields.value(kind.field(), "a canonical URL without a version", ProductReader::canonical)
                .map(canonical -> new BoundContent(kind, canonical, fields.text("version"), fields.text("note")));
    }

    private static Optional<String> canonical(String written) {
        return Optional.of(written).filter(CANONICAL.asMatchPredicate());
    }

    private static List<Source> sources(YamlMapping fields) {
        List<YamlMapping> sources = fields.mappings("sources");
        if (sources.isEmpty()) {
            fields.problem("sources", "nothing", "at least one source");
        }
        return sources.stream().map(ProductReader::source).toList();
    }

    static Source source(YamlMapping source) {
        source.allowOnly("title", "url", "seen");
        return new Source(
                source.required("title"),
                source.value("url", "a web address", WebAddress::parse),
                source.value("seen", DATE + ", or two of them with / between", ProductReader::seen));
    }

    private static Map<String, String> unverified(YamlMapping fields) {
        Map<String, String> reasons = new LinkedHashMap<>();
        fields.mapping("unverified").ifPresent(uncertain -> {
            uncertain.allowOnly(FIELDS);
            uncertain.names().forEach(name -> reasons.put(name, uncertain.required(name)));
        });
        return reasons;
    }

    private static Optional<String> seen(String written) {
        var span = SEEN.matcher(written);
        boolean dates = span.matches()
                && PartialDate.parse(span.group(1)).isPresent()
                && (span.group(2) == null || PartialDate.parse(span.group(2)).isPresent());
        return Optional.of(written).filter(text -> dates);
    }
}
