package no.normverk.fhir.operation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import no.normverk.fhir.plans.PublishedPlans;
import no.normverk.plans.GuidingPlan;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.TerminologyException;
import org.jspecify.annotations.Nullable;

/**
 * What all operations on plans read from a call.
 *
 * @param question the call
 * @param published the plans to answer from
 */
record PlanArguments(Question question, PublishedPlans published) {

    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

    /** The plan that the operation was called on, or that {@code url} names; {@code null} when neither was given. */
    @Nullable GuidingPlan planOrNull() {
        String id = question.request().resourceId();
        if (id != null) {
            GuidingPlan plan = published.byId().get(id);
            if (plan == null) {
                throw noPlan(id);
            }
            return plan;
        }
        return question.arguments().text("url") == null ? null : named("url");
    }

    /** The plan that a parameter names by its canonical URL, with or without version. */
    @Nullable GuidingPlan named(String parameter) {
        String text = question.arguments().text(parameter);
        if (text == null) {
            return null;
        }
        Canonical canonical = Canonical.parse(text);
        String version = parameter.equals("url") ? question.arguments().text("version") : null;
        Canonical wanted = version == null ? canonical : new Canonical(canonical.url(), version);
        return published.plans().find(wanted).orElseThrow(() -> new TerminologyException(
                Issue.error("not-found", "not-found", Message.of("plan-unknown", wanted.toString()), null)));
    }

    /** The day that is asked for; today in Norway when none is. */
    LocalDate date(String parameter) {
        String text = question.arguments().text(parameter);
        if (text == null) {
            return LocalDate.now(NORWAY);
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Arguments.invalid(parameter, text, "a date as YYYY-MM-DD");
        }
    }

    private TerminologyException noPlan(String id) {
        String why = published.unusable().get(id);
        Message message = why == null ? Message.of("instance-unknown", "PlanDefinition", id) : Message.of("plan-unusable", id, why);
        return new TerminologyException(Issue.error("not-found", "not-found", message, null));
    }
}
