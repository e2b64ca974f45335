package no.normverk.snomed.constraint;

import java.util.List;
import java.util.Locale;
import no.normverk.snomed.ecl.Cardinality;
import no.normverk.snomed.ecl.MemberOf;

/** Writes a plan for people: one step in a line, what a step needs below it and indented. */
public final class PlanPrinter {

    private final StringBuilder out = new StringBuilder();

    private PlanPrinter() {}

    public static String print(Plan plan) {
        PlanPrinter printer = new PlanPrinter();
        printer.print(plan, 0);
        return printer.out.toString();
    }

    private void line(int depth, String text) {
        out.append("  ".repeat(depth)).append(text).append('\n');
    }

    private void print(Plan plan, int depth) {
        switch (plan) {
            case Plan.Nothing nothing -> line(depth, "nothing: " + nothing.why());
            case Plan.One one -> line(depth, "concept " + one.sctid());
            case Plan.Everything everything ->
                line(depth, everything.inactive() ? "every concept, inactive too" : "every concept");
            case Plan.Walk walk -> {
                line(depth, walk.operator().name().toLowerCase(Locale.ROOT).replace('_', ' '));
                print(walk.from(), depth + 1);
            }
            case Plan.Members members -> {
                line(depth, column(members.what()) + " of reference sets" + tests(members.tests()));
                print(members.refsets(), depth + 1);
            }
            case Plan.Both both -> printAll("all of", both.plans(), depth);
            case Plan.Either either -> printAll("any of", either.plans(), depth);
            case Plan.Without without -> printAll("first without second", List.of(without.included(), without.excluded()), depth);
            case Plan.Refined refined -> {
                line(depth, "refined");
                print(refined.focus(), depth + 1);
                print(refined.condition(), depth + 1);
            }
            case Plan.Values values ->
                printAll("values on first of attributes second", List.of(values.source(), values.attributes()), depth);
            case Plan.Passing passing -> {
                line(depth, "that pass" + tests(passing.tests()));
                print(passing.of(), depth + 1);
            }
            case Plan.Described described -> {
                line(depth, "with a description that passes" + tests(described.tests()));
                print(described.of(), depth + 1);
            }
            case Plan.WithHistory history -> {
                line(depth, "with inactive concepts that lead here");
                print(history.of(), depth + 1);
                print(history.associations(), depth + 1);
            }
        }
    }

    private void printAll(String what, List<Plan> plans, int depth) {
        line(depth, what);
        plans.forEach(plan -> print(plan, depth + 1));
    }

    private static String column(MemberOf what) {
        return switch (what) {
            case MemberOf.None _, MemberOf.ReferencedComponents _ -> "members";
            case MemberOf.Fields fields -> String.join(", ", fields.names());
            case MemberOf.EveryField _ -> "every column";
        };
    }

    private static String tests(List<Test> tests) {
        return tests.isEmpty() ? "" : " " + tests;
    }

    private void print(Ids ids, int depth) {
        switch (ids) {
            case Ids.Listed listed -> line(depth, listed.ids().toString());
            case Ids.Planned planned -> print(planned.plan(), depth);
        }
    }

    private void print(Condition condition, int depth) {
        switch (condition) {
            case Condition.Attribute attribute -> {
                line(depth, "relationships" + (attribute.reversed() ? " to it" : "") + cardinality(attribute.cardinality()));
                print(attribute.names(), depth + 1);
                switch (attribute.value()) {
                    case Condition.Value.Concepts value -> {
                        line(depth + 1, value.operator().symbol());
                        print(value.values(), depth + 1);
                    }
                    case Condition.Value.Concrete value -> line(depth + 1, value.comparison().toString());
                }
            }
            case Condition.Group group -> {
                line(depth, "groups" + cardinality(group.cardinality()));
                print(group.attributes(), depth + 1);
            }
            case Condition.All all -> printAllConditions("all of", all.conditions(), depth);
            case Condition.Any any -> printAllConditions("any of", any.conditions(), depth);
        }
    }

    private void printAllConditions(String what, List<Condition> conditions, int depth) {
        line(depth, what);
        conditions.forEach(condition -> print(condition, depth + 1));
    }

    private static String cardinality(Cardinality cardinality) {
        if (cardinality.equals(Cardinality.DEFAULT)) {
            return "";
        }
        String most = cardinality.most() == Cardinality.MANY ? "*" : Integer.toString(cardinality.most());
        return " [" + cardinality.least() + ".." + most + "]";
    }
}
