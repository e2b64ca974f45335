package no.normverk.snomed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import no.normverk.terminology.CompoundProperty;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.Value;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a concept and takes more than a code and a value to tell: its relationship groups, why it was made inactive and
 * what stands in its place, the reference sets that it is in, its mappings, and the codes of other schemes that stand for it.
 */
final class ConceptSurroundings {

    /** |Role group|: what other servers too call a relationship group. */
    static final String GROUP = "609096000";

    static final String INACTIVATION_REASON = "inactivationReason";
    static final String ASSOCIATION = "historicalAssociation";
    static final String REFERENCE_SET = "referenceSet";
    static final String MAP = "map";
    static final String ALTERNATE_IDENTIFIER = "alternateIdentifier";

    /** What says of a reference set that its rows are told elsewhere, or tell nothing of membership. */
    private static final List<String> NO_MEMBERSHIP =
            List.of("mapTarget", "mapSource", "targetComponentId", "valueId", "owlExpression");

    private static final Set<String> MAP_TARGETS = Set.of("mapTarget", "mapSource");

    private final SnomedEdition edition;

    ConceptSurroundings(SnomedEdition edition) {
        this.edition = edition;
    }

    /** Those whose codes are wanted, in a fixed order. */
    List<CompoundProperty> of(int concept, Predicate<String> wanted) {
        List<CompoundProperty> told = new ArrayList<>();
        if (wanted.test(GROUP)) {
            addGroups(told, concept);
        }
        if (wanted.test(INACTIVATION_REASON)) {
            addReasons(told, concept);
        }
        if (wanted.test(ASSOCIATION)) {
            eachRow(concept, "targetComponentId", (rows, row, column) -> told.add(association(rows, row, column)));
        }
        if (wanted.test(REFERENCE_SET)) {
            addReferenceSets(told, concept);
        }
        if (wanted.test(MAP)) {
            MAP_TARGETS.stream().sorted().forEach(
                    field -> eachRow(concept, field, (rows, row, column) -> told.add(mapping(rows, row, column))));
        }
        if (wanted.test(ALTERNATE_IDENTIFIER)) {
            addAlternateIdentifiers(told, concept);
        }
        return told;
    }

    private void addGroups(List<CompoundProperty> told, int concept) {
        Map<Integer, List<ConceptProperty>> groups = new TreeMap<>();
        AttributeRelationships attributes = edition.attributes();
        for (int i = attributes.start(concept); i < attributes.end(concept); i++) {
            int target = attributes.target(i);
            add(groups, attributes.group(i), attributes.type(i), new Value.Code(edition.code(target)), target);
        }
        ConcreteValues concrete = edition.concreteValues();
        for (int i = concrete.start(concept); i < concrete.end(concept); i++) {
            add(groups, concrete.group(i), concrete.type(i), SnomedProperties.value(concrete.value(i)), -1);
        }
        // Group 0 is none: its relationships stand for themselves, and are told as properties of the concept.
        groups.remove(0);
        groups.values().forEach(parts -> told.add(new CompoundProperty(GROUP, null, edition.locate(GROUP), -1, List.copyOf(parts))));
    }

    private void add(Map<Integer, List<ConceptProperty>> groups, int group, int type, Value value, int target) {
        groups.computeIfAbsent(group, key -> new ArrayList<>())
                .add(new ConceptProperty(edition.code(type), value, type, target));
    }

    private void addReasons(List<CompoundProperty> told, int concept) {
        RefsetRows rows = edition.refsets().rows(Sctid.INACTIVATION_REASON);
        int column = rows == null ? -1 : rows.field("valueId");
        if (rows == null || column < 0) {
            return;
        }
        long id = edition.sctid(concept);
        for (int row = rows.first(id); row < rows.end(id); row++) {
            if (rows.isActive(row)) {
                told.add(coded(INACTIVATION_REASON, rows.text(row, column), List.of()));
            }
        }
    }

    private CompoundProperty association(RefsetRows rows, int row, int column) {
        List<ConceptProperty> parts = List.of(
                part("association", Long.toString(rows.refset())),
                new ConceptProperty("equivalence", new Value.Code(Equivalences.ofAssociation(rows.refset()))));
        return coded(ASSOCIATION, rows.text(row, column), parts);
    }

    private void addReferenceSets(List<CompoundProperty> told, int concept) {
        for (long refset : edition.refsets().containing(concept)) {
            RefsetRows rows = edition.refsets().rows(refset);
            if (rows != null && NO_MEMBERSHIP.stream().allMatch(field -> rows.field(field) < 0)) {
                told.add(coded(REFERENCE_SET, Long.toString(refset), List.of()));
            }
        }
    }

    /** Codes of other schemes for the very same concept: properties and not designations, for they are no texts that a reader should be shown or a search should find. */
    private void addAlternateIdentifiers(List<CompoundProperty> told, int concept) {
        AlternateIdentifiers identifiers = edition.alternateIdentifiers();
        if (identifiers == null) {
            return;
        }
        for (AlternateIdentifiers.Identifier identifier : identifiers.of(concept)) {
            List<ConceptProperty> parts = List.of(
                    part("identifierScheme", Long.toString(identifier.scheme())),
                    new ConceptProperty("system", new Value.Uri(AlternateIdentifiers.system(identifier.scheme()))));
            told.add(new CompoundProperty(ALTERNATE_IDENTIFIER, new Value.Text(identifier.code()), -1, -1, parts));
        }
    }

    private CompoundProperty mapping(RefsetRows rows, int row, int column) {
        List<ConceptProperty> parts = new ArrayList<>();
        parts.add(part(REFERENCE_SET, Long.toString(rows.refset())));
        parts.add(new ConceptProperty("system", new Value.Uri(MapSystems.of(rows.refset()))));
        for (int field = 0; field < rows.fields().size(); field++) {
            String text = rows.text(row, field);
            if (field != column && !text.isEmpty()) {
                String name = rows.fields().get(field);
                parts.add(
                        switch (rows.types().charAt(field)) {
                            case 'c' -> part(name, text);
                            case 'i' -> new ConceptProperty(name, new Value.Whole((int) rows.number(row, field)));
                            default -> new ConceptProperty(name, new Value.Text(text));
                        });
            }
        }
        String target = rows.text(row, column);
        return new CompoundProperty(MAP, target.isEmpty() ? null : new Value.Code(target), -1, -1, List.copyOf(parts));
    }

    private ConceptProperty part(String code, String concept) {
        return new ConceptProperty(code, new Value.Code(concept), -1, edition.locate(concept));
    }

    private CompoundProperty coded(String code, String concept, List<ConceptProperty> parts) {
        return new CompoundProperty(code, new Value.Code(concept), -1, edition.locate(concept), parts);
    }

    private interface RowVisitor {
        void visit(RefsetRows rows, int row, int column);
    }

    /** Visits the active rows for a concept in all reference sets that have a field; those of a map in the order of group and priority. */
    private void eachRow(int concept, String field, RowVisitor visitor) {
        long id = edition.sctid(concept);
        for (long refset : edition.refsets().containing(concept)) {
            RefsetRows rows = edition.refsets().rows(refset);
            int column = rows == null ? -1 : rows.field(field);
            if (rows == null || column < 0) {
                continue;
            }
            List<Integer> found = new ArrayList<>();
            for (int row = rows.first(id); row < rows.end(id); row++) {
                if (rows.isActive(row)) {
                    found.add(row);
                }
            }
            found.sort(RefsetMap.byGroupAndPriority(rows));
            found.forEach(row -> visitor.visit(rows, row, column));
        }
    }
}
