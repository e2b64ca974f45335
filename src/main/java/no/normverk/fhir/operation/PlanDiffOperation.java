package no.normverk.fhir.operation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.normverk.authoring.LocalText;
import no.normverk.fhir.plans.PlanSource;
import no.normverk.fhir.plans.PlanTexts;
import no.normverk.fhir.plans.PublishedPlans;
import no.normverk.plans.ElementChange;
import no.normverk.plans.GuidingPlan;
import no.normverk.plans.ParentReview;
import no.normverk.plans.PlanComparison;
import no.normverk.plans.PlanElement;
import no.normverk.terminology.Coding;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.TerminologyException;
import org.jspecify.annotations.Nullable;

/**
 * {@code PlanDefinition/$plan-diff}: what a derived plan has otherwise than its parent and why, what the parent changed since, and
 * what both changed. A plan that is derived from nothing is compared with its predecessor; any plan with the one that {@code
 * other} names.
 */
final class PlanDiffOperation extends TerminologyOperation {

    private final PlanSource plans;

    PlanDiffOperation(PlanSource plans) {
        this.plans = plans;
    }

    @Override
    Answer answer(Question question) {
        PublishedPlans published = plans.of(question.request().snapshot());
        PlanArguments arguments = new PlanArguments(question, published);
        GuidingPlan plan = arguments.planOrNull();
        if (plan == null) {
            throw Arguments.missing("url", "which plan is meant (or call it on one)");
        }
        LocalDate day = arguments.date("date");
        PlanTexts texts = new PlanTexts(question.registry(), question.languages(null));
        GuidingPlan other = arguments.named("other");
        if (other != null) {
            return comparison("other", other, plan, texts);
        }
        Optional<ParentReview> review = ParentReview.of(plan, published.plans(), day);
        if (review.isPresent()) {
            return review(review.get(), published.plans().isDueForReview(plan, day), texts);
        }
        GuidingPlan predecessor = plan.predecessor().flatMap(published.plans()::find).orElseThrow(() -> nothing(plan));
        return comparison("predecessor", predecessor, plan, texts);
    }

    private static TerminologyException nothing(GuidingPlan plan) {
        String missing = plan.derivedFrom().or(plan::predecessor).map(Object::toString).orElse("");
        Message message = missing.isEmpty()
                ? Message.of("plan-without-parent", plan.canonical().toString())
                : Message.of("plan-unknown", missing);
        return new TerminologyException(Issue.error("not-found", "not-found", message, null));
    }

    private static Answer comparison(String name, GuidingPlan from, GuidingPlan to, PlanTexts texts) {
        ParametersWriter parameters = ParametersWriter.start();
        parameters.canonical("plan", to.canonical().toString()).canonical(name, from.canonical().toString());
        changes(parameters, "change", PlanComparison.changes(from, to), texts, null);
        return parameters.answer();
    }

    private static Answer review(ParentReview review, boolean dueForReview, PlanTexts texts) {
        ParametersWriter parameters = ParametersWriter.start();
        parameters.canonical("plan", review.plan().canonical().toString());
        parameters.canonical("parent", review.parent().canonical().toString());
        parameters.bool("dueForReview", dueForReview);
        review.revision().ifPresent(next -> parameters.canonical("revision", next.canonical().toString()));
        changes(parameters, "own", review.own(), texts, review);
        changes(parameters, "since", review.since(), texts, null);
        review.collisions().forEach(id -> parameters.string("collision", id));
        return parameters.answer();
    }

    private static void changes(
            ParametersWriter parameters, String name, List<ElementChange> changes, PlanTexts texts, @Nullable ParentReview reasons) {
        for (ElementChange change : changes) {
            parameters.startParts(name);
            parameters.code("change", code(change)).code("kind", change.element().kind().code()).string("element", change.id());
            change.before().ifPresent(element -> element(parameters, "before", element, texts));
            change.after().ifPresent(element -> element(parameters, "after", element, texts));
            change.aspects().forEach(aspect -> parameters.code("aspect", aspect));
            Optional<LocalText> reason = reasons == null ? Optional.empty() : reasons.reason(change);
            reason.ifPresent(text -> parameters.string("reason", texts.of(text)));
            parameters.endParts();
        }
    }

    private static String code(ElementChange change) {
        return switch (change.kind()) {
            case TILFOYD -> "added";
            case FJERNET -> "removed";
            case ERSTATTET -> "replaced";
        };
    }

    private static void element(ParametersWriter parameters, String name, PlanElement element, PlanTexts texts) {
        parameters.coding(name, Coding.of(element.code().system(), element.code().code()));
        parameters.string(name + "Text", texts.of(element.text()));
    }
}
