package no.normverk.benchmark;

import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import no.normverk.snomed.AttributeRelationships;
import no.normverk.snomed.Sctid;
import no.normverk.snomed.SnomedEdition;
import no.normverk.terminology.Hierarchy;

/** Questions in the Expression Constraint Language: more different ones of each kind than there are plans kept. */
final class ConstraintScenarios {

    private final SnomedEdition edition;
    private final Hierarchy hierarchy;
    private final AttributeRelationships attributes;
    private final Random random;
    private final int domain;

    /** @param domain the large hierarchy whose concepts are refined */
    ConstraintScenarios(SnomedEdition edition, Random random, int domain) {
        this.edition = edition;
        this.hierarchy = edition.hierarchy();
        this.attributes = edition.attributes();
        this.random = random;
        this.domain = domain;
    }

    void addTo(List<Scenario> all) {
        expand(all, "<< of 100 to 1,000, one page", "1000", Goal.ratio(2).peer(1_614), below(100, 1_000));
        expand(all, "<< of 3,000 to 7,000, first 100", "100", Goal.ratio(1.5).peer(2_081), below(3_000, 7_000));
        expand(all, "<< of 3,000 to 7,000, one page", "7000", Goal.ratio(2).peer(56_763), below(3_000, 7_000));
        expand(all, "<< of more than 100,000, first 100", "100", Goal.ratio(1.5).peer(20_917), below(100_000, Integer.MAX_VALUE));
        long[] refsets = LongStream.of(edition.refsets().ids())
                .filter(refset -> edition.refsets().members(refset).cardinality() >= 50)
                .toArray();
        if (refsets.length > 0) {
            expand(all, "^ refset, first 100", "100", Goal.ratio(1.5).peer(3_630), () -> "^ " + refsets[random.nextInt(refsets.length)]);
        }
        int[] refined = IntStream.range(0, attributes.size()).filter(this::isInDomain).toArray();
        int[] grouped = IntStream.of(refined).filter(this::hasPartner).toArray();
        if (refined.length > 0) {
            Supplier<String> one = () -> refinement(refined[random.nextInt(refined.length)]);
            expand(all, "one refinement over " + size(domain) + ", first 100", "100", Goal.micros(150).peer(2_735), one);
            validate(all, "$validate-code in a refined set", Goal.ratio(1.5).peer(1_255), one);
        }
        if (grouped.length > 0) {
            expand(all, "a grouped pair over " + size(domain) + ", first 100", "100", Goal.micros(200).peer(9_105),
                    () -> pair(grouped[random.nextInt(grouped.length)]));
        }
        validate(all, "$validate-code in an ECL set", Goal.ratio(1.5).peer(441), below(100, 1_000));
    }

    private void expand(List<Scenario> all, String name, String count, Goal goal, Supplier<String> constraint) {
        Scenarios.add(all, "$expand, " + name, goal,
                () -> Request.get("/fhir/ValueSet/$expand", "url", url(constraint), "count", count));
    }

    private void validate(List<Scenario> all, String name, Goal goal, Supplier<String> constraint) {
        Scenarios.add(all, name, goal, () -> Request.get("/fhir/ValueSet/$validate-code", "url", url(constraint), "system", Sctid.SYSTEM,
                "code", edition.code(random.nextInt(edition.size()))));
    }

    private static String url(Supplier<String> constraint) {
        return Sctid.SYSTEM + "?fhir_vs=ecl/" + constraint.get();
    }

    private String size(int concept) {
        return String.format(java.util.Locale.ROOT, "%,d", hierarchy.selfAndDescendantCount(concept));
    }

    /** Constraints on concepts with so many below them; those nearest to it in size where there are none. */
    private Supplier<String> below(int least, int most) {
        int[] fitting = concepts(concept -> hierarchy.selfAndDescendantCount(concept) >= least && hierarchy.selfAndDescendantCount(concept) <= most);
        int[] chosen = fitting.length > 0 ? fitting : concepts(concept -> hierarchy.selfAndDescendantCount(concept) * 3 >= edition.size());
        return () -> "<< " + edition.code(chosen[random.nextInt(chosen.length)]);
    }

    private int[] concepts(IntPredicate condition) {
        return IntStream.range(0, edition.size()).filter(condition).toArray();
    }

    private boolean isInDomain(int relationship) {
        return hierarchy.isSelfOrAncestor(domain, attributes.source(relationship));
    }

    /** Whether the next relationship is of the same group of the same concept, with another attribute. */
    private boolean hasPartner(int relationship) {
        int next = relationship + 1;
        return attributes.group(relationship) != 0
                && next < attributes.end(attributes.source(relationship))
                && attributes.group(next) == attributes.group(relationship)
                && attributes.type(next) != attributes.type(relationship);
    }

    private String refinement(int relationship) {
        return "<< " + edition.code(domain) + " : " + attribute(relationship);
    }

    private String pair(int relationship) {
        return "<< " + edition.code(domain) + " : { " + attribute(relationship) + " , " + attribute(relationship + 1) + " }";
    }

    /** The attribute, with the value or what is a few steps above it. */
    private String attribute(int relationship) {
        int value = attributes.target(relationship);
        for (int steps = random.nextInt(4); steps > 0 && hierarchy.parentCount(value) > 0; steps--) {
            value = hierarchy.parent(value, 0);
        }
        return edition.code(attributes.type(relationship)) + " = << " + edition.code(value);
    }
}
