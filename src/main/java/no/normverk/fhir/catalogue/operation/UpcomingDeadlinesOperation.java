package no.normverk.fhir.catalogue.operation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import no.normverk.catalogue.requirement.RequirementQuery;
import no.normverk.catalogue.requirement.UpcomingDeadline;
import no.normverk.catalogue.requirement.UpcomingDeadlines;
import no.normverk.fhir.operation.Answer;
import no.normverk.fhir.operation.Arguments;
import no.normverk.fhir.operation.ParametersWriter;

/** {@code Library/$upcoming-deadlines}: what becomes due from one day to another; also as a calendar. */
final class UpcomingDeadlinesOperation extends CatalogueOperation {

    /** How far ahead is looked when nobody says. */
    private static final int YEARS = 2;

    UpcomingDeadlinesOperation(Clock clock, FragmentStore fragments) {
        super(clock, fragments, "from", "to", "actor*", "direction*", "asOf", "level-min", "topic*", "organization");
    }

    @Override
    Answer answer(CatalogueQuestion question) {
        LocalDate from = question.date("from").orElse(question.today());
        LocalDate to = question.date("to").orElse(from.plusYears(YEARS));
        if (from.isAfter(to)) {
            throw Arguments.invalid("from", from.toString(), "a day not after to, " + to);
        }
        RequirementQuery query = question.queryOfAll(from);
        List<UpcomingDeadline> deadlines = new UpcomingDeadlines(question.index()).find(query, to);
        Texts texts = question.texts();
        if (Calendar.MEDIA_TYPE.equals(question.request().format())) {
            return new Calendar(texts, question.request().baseUrl()).write(query.asOf(), deadlines);
        }
        ParametersWriter out = ParametersWriter.start();
        out.date("from", from.toString()).date("to", to.toString());
        if (question.arguments().has("actor")) {
            query.actors().forEach(actor -> out.coding("actor", texts.actor(actor)));
        }
        Knowledge.write(out, texts, question.index(), query.asOf());
        out.integer("total", deadlines.size());
        RequirementWriter writer = question.writer(out);
        deadlines.forEach(deadline -> write(out, writer, texts, deadline));
        return out.answer();
    }

    private static void write(ParametersWriter out, RequirementWriter writer, Texts texts, UpcomingDeadline deadline) {
        out.startParts("deadline").coding("kind", texts.coding("fristtype", deadline.kind()));
        deadline.date().ifPresent(date -> out.date("date", date.text()));
        deadline.unknown().ifPresent(reason -> out.string("date-unknown", reason));
        out.string("requirement", deadline.requirement());
        deadline.products().forEach(product -> {
            out.startParts("product");
            writer.product(product);
            out.endParts();
        });
        deadline.obligations().stream().map(obligation -> obligation.actor()).distinct().forEach(actor ->
                out.coding("bound", texts.actor(actor)));
        deadline.obligations().stream().findFirst().ifPresent(writer::obligation);
        deadline.exemption().ifPresent(writer::exemption);
        deadline.products().stream()
                .flatMap(product -> RequirementWriter.sources(product, deadline.obligations()).stream())
                .distinct()
                .forEach(writer::source);
        out.endParts();
    }
}
