package no.normverk.snomed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the Machine Readable Concept Model (MRCM, SNOMED CT Machine Readable Concept Model specification, chapters 4 and 5.4) that hold for postcoordinated expressions: which attributes apply to
 * which concepts, how often and whether in groups, and with which values. Read from the reference sets of an edition. Rules for precoordinated content alone are left out.
 *
 * <p>The module scope reference set tells which reference sets of rules are applied to the content of which module. An expression is content of no module; it is judged by the rules for the modules of the
 * concepts it is made of, and a concept of a module that has no rules of its own by those for all others. An edition without module scope has the international rules.
 */
final class ConceptModel {

    private static final long DOMAINS = 723560006L;
    private static final long ATTRIBUTE_DOMAINS = 723561005L;
    private static final long ATTRIBUTE_RANGES = 723562003L;
    private static final long MODULE_SCOPE = 723563008L;
    private static final Set<Long> INTERNATIONAL = Set.of(DOMAINS, ATTRIBUTE_DOMAINS, ATTRIBUTE_RANGES);
    private static final long MANDATORY = 723597001L;
    private static final long ALL_CONTENT = 723596005L;
    private static final long POSTCOORDINATED_CONTENT = 723595009L;

    /** How often something may occur, {@code least..most}. */
    record Cardinality(int least, int most) {

        static Cardinality parse(String text) {
            int dots = text.indexOf("..");
            return new Cardinality(bound(dots < 0 ? "" : text.substring(0, dots), 0), bound(text.substring(dots < 0 ? 0 : dots + 2), Integer.MAX_VALUE));
        }

        private static int bound(String text, int otherwise) {
            String digits = text.trim();
            return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : otherwise;
        }
    }

    /**
     * Where an attribute may be used.
     *
     * @param ruleSet the reference set the rule is of
     * @param constraint the concepts it applies to, as an expression constraint
     * @param domain the concept that stands for them
     * @param grouped whether it stands in attribute groups
     * @param inAll how often it may occur in all
     * @param inGroup how often it may occur in one group
     */
    record Domain(
            long ruleSet, long attribute, String constraint, long domain, boolean grouped, Cardinality inAll, Cardinality inGroup, boolean mandatory) {}

    /** What values an attribute may have: an expression constraint, or the form of a concrete value such as {@code dec(>#0..)}. */
    record Range(long ruleSet, String constraint, boolean mandatory) {}

    private final Map<Long, List<Domain>> domains = new TreeMap<>();
    private final Map<Long, List<Range>> ranges = new HashMap<>();
    /** By module the reference sets of rules that are applied to its content. */
    private final Map<Long, Set<Long>> scope = new HashMap<>();

    private final Set<Long> known = new TreeSet<>();

    private ConceptModel() {}

    /** The rules of an edition; {@code null} when it has none. */
    static @Nullable ConceptModel of(SnomedEdition edition) {
        ConceptModel model = new ConceptModel();
        model.readScope(edition.refsets().rows(MODULE_SCOPE));
        Set<Long> ruleSets = new TreeSet<>(INTERNATIONAL);
        model.scope.values().forEach(ruleSets::addAll);
        Map<Long, String> constraints = constraints(edition, ruleSets);
        for (long ruleSet : ruleSets) {
            RefsetRows rows = edition.refsets().rows(ruleSet);
            if (rows != null) {
                model.known.add(ruleSet);
                model.readRules(edition, rows, constraints);
            }
        }
        return model.domains.isEmpty() || model.ranges.isEmpty() ? null : model;
    }

    private void readScope(@Nullable RefsetRows rows) {
        for (int row = 0; rows != null && row < rows.size(); row++) {
            long ruleSet = number(rows, row, "mrcmRuleRefsetId");
            if (rows.isActive(row) && ruleSet >= 0) {
                scope.computeIfAbsent(rows.component(row), key -> new TreeSet<>()).add(ruleSet);
            }
        }
    }

    private void readRules(SnomedEdition edition, RefsetRows rows, Map<Long, String> constraints) {
        boolean ofDomains = rows.field("domainId") >= 0;
        boolean ofRanges = rows.field("rangeConstraint") >= 0;
        for (int row = 0; (ofDomains || ofRanges) && row < rows.size(); row++) {
            if (!applies(rows, row)) {
                continue;
            }
            long attribute = rows.component(row);
            if (ofDomains) {
                domains.computeIfAbsent(attribute, key -> new ArrayList<>()).add(domain(edition, rows, row, constraints));
            } else {
                Range range = new Range(rows.refset(), text(rows, row, "rangeConstraint"), isMandatory(rows, row));
                ranges.computeIfAbsent(attribute, key -> new ArrayList<>()).add(range);
            }
        }
    }

    private static boolean applies(RefsetRows rows, int row) {
        long content = number(rows, row, "contentTypeId");
        return rows.isActive(row) && Set.of(ALL_CONTENT, POSTCOORDINATED_CONTENT).contains(content);
    }

    private static boolean isMandatory(RefsetRows rows, int row) {
        return number(rows, row, "ruleStrengthId") == MANDATORY;
    }

    /** The constraint of each domain, by the concept that stands for it. */
    private static Map<Long, String> constraints(SnomedEdition edition, Set<Long> ruleSets) {
        Map<Long, String> constraints = new HashMap<>();
        for (long ruleSet : ruleSets) {
            RefsetRows rows = edition.refsets().rows(ruleSet);
            for (int row = 0; rows != null && rows.field("domainConstraint") >= 0 && row < rows.size(); row++) {
                if (rows.isActive(row)) {
                    constraints.put(rows.component(row), text(rows, row, "domainConstraint"));
                }
            }
        }
        return constraints;
    }

    private static Domain domain(SnomedEdition edition, RefsetRows rows, int row, Map<Long, String> constraints) {
        long domain = number(rows, row, "domainId");
        String usual = (edition.refsets().has(domain) ? "^ " : "<< ") + domain;
        return new Domain(
                rows.refset(),
                rows.component(row),
                constraints.getOrDefault(domain, usual),
                domain,
                number(rows, row, "grouped") == 1,
                Cardinality.parse(text(rows, row, "attributeCardinality")),
                Cardinality.parse(text(rows, row, "attributeInGroupCardinality")),
                isMandatory(rows, row));
    }

    private static String text(RefsetRows rows, int row, String field) {
        int number = rows.field(field);
        return number < 0 ? "" : rows.text(row, number);
    }

    private static long number(RefsetRows rows, int row, String field) {
        int number = rows.field(field);
        return number < 0 ? -1 : rows.number(row, number);
    }

    /** The rules for what is made of concepts of these modules. */
    Rules rules(Set<Long> modules) {
        if (scope.isEmpty()) {
            return new Rules(ruleSet -> true, Set.of());
        }
        Set<Long> inForce = new LinkedHashSet<>();
        for (long module : modules) {
            Set<Long> own = scope.get(module);
            if (own == null) {
                scope.values().forEach(inForce::addAll);
            } else {
                inForce.addAll(own);
            }
        }
        Set<Long> missing = new TreeSet<>(inForce);
        missing.removeAll(known);
        return new Rules(inForce::contains, missing);
    }

    /** The rules that one expression is judged by. */
    final class Rules {

        private final LongPredicate inForce;
        private final Set<Long> missing;

        private Rules(LongPredicate inForce, Set<Long> missing) {
            this.inForce = inForce;
            this.missing = missing;
        }

        /** Reference sets of rules that the module scope asks for and the edition does not have. */
        Set<Long> missing() {
            return missing;
        }

        /** Where an attribute may be used; empty when the model does not know the attribute. */
        List<Domain> domains(long attribute) {
            return domains.getOrDefault(attribute, List.of()).stream()
                    .filter(rule -> inForce.test(rule.ruleSet))
                    .toList();
        }

        /** What values an attribute may have: of several rules one must be kept. */
        List<Range> ranges(long attribute) {
            return ranges.getOrDefault(attribute, List.of()).stream()
                    .filter(rule -> inForce.test(rule.ruleSet))
                    .toList();
        }

        /** The rules that ask for an attribute to be there. */
        List<Domain> demanding() {
            return domains.values().stream()
                    .flatMap(List::stream)
                    .filter(rule -> inForce.test(rule.ruleSet) && (rule.inAll.least > 0 || rule.inGroup.least > 0))
                    .toList();
        }
    }
}
