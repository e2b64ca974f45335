package no.normverk.fhir.operation;

import java.time.LocalDate;
import java.util.List;
import no.normverk.fhir.message.Messages;
import no.normverk.fhir.plans.PlanSource;
import no.normverk.fhir.plans.PlanTexts;
import no.normverk.fhir.plans.PublishedPlans;
import no.normverk.plans.Finding;
import no.normverk.plans.GuidingPlan;
import no.normverk.plans.PlanCheck;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Coding;
import no.normverk.terminology.Languages;
import no.normverk.terminology.Message;
import org.jspecify.annotations.Nullable;

/**
 * {@code PlanDefinition/$plan-check}: what there is to look at in plans: codes that the loaded edition does not have, has no
 * longer, or has changed since {@code since}; parents that were revised; reviews that are overdue. Without a plan all are checked,
 * and those with findings listed.
 */
final class PlanCheckOperation extends TerminologyOperation {

    private static final String SNOMED_CT = "http://snomed.info/sct";

    private final PlanSource plans;

    PlanCheckOperation(PlanSource plans) {
        this.plans = plans;
    }

    @Override
    Answer answer(Question question) {
        PublishedPlans published = plans.of(question.request().snapshot());
        PlanArguments arguments = new PlanArguments(question, published);
        GuidingPlan one = arguments.planOrNull();
        LocalDate day = arguments.date("date");
        Languages languages = question.languages(null);
        PlanTexts texts = new PlanTexts(question.registry(), languages);
        PlanCheck check = new PlanCheck(question.registry(), published.plans(), day, languages, since(question));
        List<GuidingPlan> checked = one == null ? published.plans().all() : List.of(one);
        ParametersWriter parameters = ParametersWriter.start();
        Checked answer = new Checked(parameters, check, texts, question.messageLanguages());
        CodeSystemVersion edition = question.registry().codeSystem(SNOMED_CT, null);
        if (edition != null) {
            parameters.canonical("edition", edition.header().canonical().toString());
        }
        parameters.integer("checked", checked.size());
        for (GuidingPlan plan : checked) {
            List<Finding> findings = check.findings(plan);
            if (one != null || !findings.isEmpty()) {
                answer.write(plan, findings, published.plans().isDueForReview(plan, day));
            }
        }
        return parameters.answer();
    }

    private static @Nullable String since(Question question) {
        String since = question.arguments().text("since");
        if (since != null && question.registry().codeSystem(SNOMED_CT, since) == null) {
            throw Arguments.invalid(
                    "since", since, "a loaded version of SNOMED CT: " + String.join(", ", question.registry().versionNames(SNOMED_CT)));
        }
        return since;
    }

    /** The answer on its way: what is said of one plan after the other. */
    private record Checked(ParametersWriter parameters, PlanCheck check, PlanTexts texts, Languages languages) {

        void write(GuidingPlan plan, List<Finding> findings, boolean dueForReview) {
            parameters.startParts("plan");
            parameters.canonical("url", plan.canonical().toString()).id("id", plan.key());
            parameters.string("title", texts.of(plan.title())).code("status", plan.status().code());
            parameters.bool("resolves", check.resolves(plan));
            parameters.bool("dueForReview", dueForReview);
            findings.forEach(this::write);
            parameters.endParts();
        }

        private void write(Finding finding) {
            parameters.startParts("finding");
            parameters.code("type", finding.kind().code());
            finding.element().ifPresent(element -> parameters.string("element", element));
            finding.code().ifPresent(code -> parameters.coding("code", Coding.of(code.system(), code.code())));
            String code = finding.code().map(Object::toString).orElse("");
            Message message = Message.of("plan-finding-" + finding.kind().code(), finding.detail(), code);
            parameters.string("message", Messages.text(message, languages));
            for (Finding.Replacement replacement : finding.replacements()) {
                parameters.startParts("replacement");
                parameters.coding("concept", replacement.concept()).code("association", replacement.association());
                parameters.endParts();
            }
            parameters.endParts();
        }
    }
}
