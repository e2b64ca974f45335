package no.normverk.snomed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the Machine Readable Concept Model (MRCM, SNOMED CT Machine Readable Concept Model specification, chapter 4) that hold for postcoordinated expressions: which attributes apply to
 * which concepts, how often and whether in groups, and with which values. Read from the reference sets of an edition. Rules for precoordinated content alone are left out.
 */
final class ConceptModel {

    private static final long DOMAINS = 723560006L;
    private static final long ATTRIBUTE_DOMAINS = 723561005L;
    private static final long ATTRIBUTE_RANGES = 723562003L;
    private static final long MANDATORY = 723597001L;
    private static final long ALL_CONTENT = 723596005L;
    private static final long POSTCOORDINATED_CONTENT = 723595009L;

    /**
     * Where an attribute may be used.
     *
     * @param constraint the concepts it applies to, as an expression constraint
     * @param domain the concept that stands for them
     * @param grouped whether it stands in attribute groups
     * @param most how often it may occur in all
     * @param mostInGroup how often it may occur in one group
     */
    record Domain(String constraint, long domain, boolean grouped, int most, int mostInGroup, boolean mandatory) {}

    /** What values an attribute may have: an expression constraint, or the form of a concrete value such as {@code dec(>#0..)}. */
    record Range(String constraint, boolean mandatory) {}

    private final Map<Long, List<Domain>> domains = new HashMap<>();
    private final Map<Long, List<Range>> ranges = new HashMap<>();

    private ConceptModel() {}

    /** The rules of an edition; {@code null} when it has none. */
    static @Nullable ConceptModel of(SnomedEdition edition) {
        RefsetRows attributes = edition.refsets().rows(ATTRIBUTE_DOMAINS);
        RefsetRows values = edition.refsets().rows(ATTRIBUTE_RANGES);
        if (attributes == null || values == null) {
            return null;
        }
        ConceptModel model = new ConceptModel();
        Map<Long, String> constraints = constraints(edition);
        for (int row = 0; row < attributes.size(); row++) {
            if (applies(attributes, row)) {
                model.domains.computeIfAbsent(attributes.component(row), key -> new ArrayList<>()).add(domain(edition, attributes, row, constraints));
            }
        }
        for (int row = 0; row < values.size(); row++) {
            if (applies(values, row)) {
                Range range = new Range(text(values, row, "rangeConstraint"), isMandatory(values, row));
                model.ranges.computeIfAbsent(values.component(row), key -> new ArrayList<>()).add(range);
            }
        }
        return model;
    }

    private static boolean applies(RefsetRows rows, int row) {
        long content = number(rows, row, "contentTypeId");
        return rows.isActive(row) && Set.of(ALL_CONTENT, POSTCOORDINATED_CONTENT).contains(content);
    }

    private static boolean isMandatory(RefsetRows rows, int row) {
        return number(rows, row, "ruleStrengthId") == MANDATORY;
    }

    /** The constraint of each domain, by the concept that stands for it. */
    private static Map<Long, String> constraints(SnomedEdition edition) {
        Map<Long, String> constraints = new HashMap<>();
        RefsetRows rows = edition.refsets().rows(DOMAINS);
        for (int row = 0; rows != null && row < rows.size(); row++) {
            if (rows.isActive(row)) {
                constraints.put(rows.component(row), text(rows, row, "domainConstraint"));
            }
        }
        return constraints;
    }

    private static Domain domain(SnomedEdition edition, RefsetRows rows, int row, Map<Long, String> constraints) {
        long domain = number(rows, row, "domainId");
        String usual = (edition.refsets().has(domain) ? "^ " : "<< ") + domain;
        return new Domain(
                constraints.getOrDefault(domain, usual),
                domain,
                number(rows, row, "grouped") == 1,
                most(text(rows, row, "attributeCardinality")),
                most(text(rows, row, "attributeInGroupCardinality")),
                isMandatory(rows, row));
    }

    /** The upper bound of {@code least..most}. */
    private static int most(String cardinality) {
        String most = cardinality.substring(cardinality.lastIndexOf('.') + 1).trim();
        return most.matches("\\d{1,9}") ? Integer.parseInt(most) : Integer.MAX_VALUE;
    }

    private static String text(RefsetRows rows, int row, String field) {
        int number = rows.field(field);
        return number < 0 ? "" : rows.text(row, number);
    }

    private static long number(RefsetRows rows, int row, String field) {
        int number = rows.field(field);
        return number < 0 ? -1 : rows.number(row, number);
    }

    /** Where an attribute may be used; empty when the model does not know the attribute. */
    List<Domain> domains(long attribute) {
        return domains.getOrDefault(attribute, List.of());
    }

    /** What values an attribute may have: of several rules one must be kept. */
    List<Range> ranges(long attribute) {
        return ranges.getOrDefault(attribute, List.of());
    }
}
