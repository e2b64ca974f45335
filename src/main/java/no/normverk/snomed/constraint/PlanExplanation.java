package no.normverk.snomed.constraint;

import java.util.ArrayList;
import java.util.List;
import no.normverk.terminology.Explanation;
import no.normverk.terminology.Explanation.Join;
import org.jspecify.annotations.Nullable;

/**
 * Puts together how a constraint was answered: the steps of its plan, what each came to, and which of them a concept satisfies. A step that only supplies another with concepts,
 * such as the attributes of a refinement, says nothing of the concept.
 */
final class PlanExplanation {

    private final Clauses clauses;
    private final Trace trace;
    private final @Nullable AskedAbout asked;

    PlanExplanation(Clauses clauses, Trace trace, @Nullable AskedAbout asked) {
        this.clauses = clauses;
        this.trace = trace;
        this.asked = asked;
    }

    Explanation of(Plan plan) {
        return step(plan, asked);
    }

    private Explanation step(Plan plan, @Nullable AskedAbout about) {
        Boolean holds = about == null ? null : about.satisfies(plan);
        return switch (plan) {
            case Plan.Both both -> step(plan, Join.ALL, holds, steps(both.plans(), about));
            case Plan.Either either -> step(plan, Join.ANY, holds, steps(either.plans(), about));
            case Plan.Without without ->
                step(plan, Join.WITHOUT, holds, steps(List.of(without.included(), without.excluded()), about));
            case Plan.Refined refined ->
                step(plan, Join.ALL, holds, List.of(step(refined.focus(), about), step(refined.condition(), about)));
            case Plan.Passing passing -> filtered(plan, holds, passing.of(), passing.tests(), about);
            case Plan.Described described -> filtered(plan, holds, described.of(), described.tests(), about);
            case Plan.WithHistory history ->
                step(plan, Join.ANY, holds, List.of(step(history.of(), about), supplement(history, about)));
            case Plan.Walk walk -> step(plan, Join.ITSELF, holds, supplies(walk.from()));
            case Plan.Values values -> step(plan, Join.ITSELF, holds, supplies(values.source(), values.attributes()));
            case Plan.Members members -> step(plan, Join.ITSELF, holds, supplies(members.refsets()));
            case Plan.Nothing _, Plan.One _, Plan.Everything _ -> step(plan, Join.ITSELF, holds, List.of());
        };
    }

    private List<Explanation> steps(List<Plan> plans, @Nullable AskedAbout about) {
        return plans.stream().map(plan -> step(plan, about)).toList();
    }

    /** What supplies another step is worth telling where it was worked out by itself; one concept needs no telling. */
    private List<Explanation> supplies(Plan... plans) {
        List<Explanation> supplies = new ArrayList<>();
        for (Plan plan : plans) {
            if (trace.of(plan) != null && !(plan instanceof Plan.One)) {
                supplies.add(step(plan, null));
            }
        }
        return supplies;
    }

    private List<Explanation> supplies(Ids ids) {
        return ids instanceof Ids.Planned planned ? supplies(planned.plan()) : List.of();
    }

    private Explanation filtered(Plan plan, @Nullable Boolean holds, Plan of, List<Test> tests, @Nullable AskedAbout about) {
        Boolean passes = null;
        if (about != null) {
            boolean ofConcepts = plan instanceof Plan.Passing;
            passes = about.satisfies(
                    ofConcepts ? new Plan.Passing(about.itself(), tests) : new Plan.Described(about.itself(), tests));
        }
        Explanation filter = new Explanation(
                Join.ITSELF, clauses.text(tests), Explanation.NOT_COUNTED, 0, passes, List.of());
        return step(plan, Join.ALL, holds, List.of(step(of, about), filter));
    }

    /** The supplement holds for what it adds; that it does not add a concept is nothing to blame it for. */
    private Explanation supplement(Plan.WithHistory history, @Nullable AskedAbout about) {
        boolean adds = about != null && about.satisfies(history) && !about.satisfies(history.of());
        return new Explanation(
                Join.ITSELF,
                clauses.text(history.associations()),
                Explanation.NOT_COUNTED,
                0,
                adds ? true : null,
                supplies(history.associations()));
    }

    private Explanation step(Condition condition, @Nullable AskedAbout about) {
        Boolean holds = about == null ? null : about.satisfies(condition);
        return switch (condition) {
            case Condition.All all -> step(condition, Join.ALL, holds, conditions(all.conditions(), about));
            case Condition.Any any -> step(condition, Join.ANY, holds, conditions(any.conditions(), about));
            // What is true of a group need not be true of the concept.
            case Condition.Group group -> step(condition, Join.ITSELF, holds, List.of(step(group.attributes(), null)));
            case Condition.Attribute attribute -> step(condition, Join.ITSELF, holds, supplies(attribute));
        };
    }

    private List<Explanation> conditions(List<Condition> conditions, @Nullable AskedAbout about) {
        return conditions.stream().map(condition -> step(condition, about)).toList();
    }

    private List<Explanation> supplies(Condition.Attribute attribute) {
        return attribute.value() instanceof Condition.Value.Concepts concepts
                ? supplies(attribute.names(), concepts.values())
                : supplies(attribute.names());
    }

    private Explanation step(Object step, Join join, @Nullable Boolean holds, List<Explanation> steps) {
        Trace.Measure measure = trace.of(step);
        return new Explanation(
                join,
                clauses.text(step),
                measure == null ? Explanation.NOT_COUNTED : measure.count(),
                measure == null ? 0 : measure.nanos(),
                holds,
                steps);
    }
}
