package no.normverk.benchmark;

import java.util.List;
import java.util.function.Supplier;
import no.normverk.snomed.Sctid;

/** Questions in the Expression Constraint Language: more different ones of each kind than there are plans kept. */
final class ConstraintScenarios {

    private final Choice choice;

    ConstraintScenarios(Choice choice) {
        this.choice = choice;
    }

    void addTo(List<Scenario> all) {
        expand(all, "<< of 100 to 1,000, one page", 1_000, Goal.ratio(2).peer(1_614), () -> choice.below(100, 1_000));
        expand(all, "<< of 3,000 to 7,000, first 100", 100, Goal.ratio(1.5).peer(2_081), () -> choice.below(3_000, 7_000));
        expand(all, "<< of 3,000 to 7,000, one page", 7_000, Goal.ratio(2).peer(56_763), () -> choice.below(3_000, 7_000));
        expand(all, "<< of more than 100,000, first 100", 100, Goal.ratio(1.5).peer(20_917), () -> choice.below(100_000, Integer.MAX_VALUE));
        if (choice.hasRefsets()) {
            expand(all, "^ refset, first 100", 100, Goal.ratio(1.5).peer(3_630), choice::membersOfRefset);
        }
        if (choice.hasRefinements()) {
            String domain = " over " + choice.size(choice.domain()) + ", first 100";
            expand(all, "one refinement" + domain, 100, Goal.micros(150).peer(2_735), choice::refinement);
            expand(all, "a grouped pair" + domain, 100, Goal.micros(200).peer(9_105), choice::groupedPair);
            validate(all, "in a refined set", 1_255, choice::refinement);
        }
        validate(all, "in an ECL set", 441, () -> choice.below(100, 1_000));
    }

    private static void expand(List<Scenario> all, String name, int count, Goal goal, Supplier<String> constraint) {
        Scenarios.add(all, "$expand, " + name, goal,
                () -> Request.get("/fhir/ValueSet/$expand", "url", url(constraint.get()), "count", Integer.toString(count)));
    }

    private void validate(List<Scenario> all, String name, int peer, Supplier<String> constraint) {
        Scenarios.add(all, "ValueSet/$validate-code " + name, Goal.ratio(1.5).peer(peer), () -> Request.get(
                "/fhir/ValueSet/$validate-code", "url", url(constraint.get()), "system", Sctid.SYSTEM, "code", choice.anyCode()));
    }

    private static String url(String constraint) {
        return Sctid.SYSTEM + "?fhir_vs=ecl/" + constraint;
    }
}
