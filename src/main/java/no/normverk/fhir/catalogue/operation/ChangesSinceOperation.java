package no.normverk.fhir.catalogue.operation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import no.normverk.authoring.PartialDate;
import no.normverk.catalogue.Deadline;
import no.normverk.catalogue.Obligation;
import no.normverk.catalogue.requirement.CatalogueChange;
import no.normverk.catalogue.requirement.ChangeAnswer;
import no.normverk.catalogue.requirement.ChangeQuery;
import no.normverk.catalogue.requirement.Changes;
import no.normverk.fhir.operation.Answer;
import no.normverk.fhir.operation.Arguments;
import no.normverk.fhir.operation.ParametersWriter;

/** {@code Library/$changes-since}: what was decided and published after one day and up to another; also as an Atom feed. */
final class ChangesSinceOperation extends CatalogueOperation {

    ChangesSinceOperation(Clock clock, FragmentStore fragments) {
        super(clock, fragments, "since", "until", "actor*", "level");
    }

    @Override
    Answer answer(CatalogueQuestion question) {
        ChangeQuery query = query(question);
        ChangeAnswer answer = new Changes(question.index()).find(query);
        Texts texts = question.texts();
        if (AtomFeed.MEDIA_TYPE.equals(question.request().format())) {
            return new AtomFeed(texts, question.request().baseUrl()).write(query, !question.arguments().has("until"), answer.changes());
        }
        ParametersWriter out = ParametersWriter.start();
        out.date("since", query.since().toString()).date("until", query.until().toString());
        query.actors().forEach(actor -> out.coding("actor", texts.actor(actor)));
        query.levelMin().ifPresent(level -> out.coding("level", texts.coding("normeringsniva", level)));
        Knowledge.write(out, texts, question.index(), query.until());
        out.integer("total", answer.changes().size()).integer("undated", answer.undated());
        if (answer.undated() > 0) {
            out.string("comment", texts.message("catalogue-changes-undated", String.valueOf(answer.undated())));
        }
        RequirementWriter writer = question.writer(out);
        answer.changes().forEach(change -> write(out, writer, texts, change));
        return out.answer();
    }

    private static ChangeQuery query(CatalogueQuestion question) {
        LocalDate since = question.since();
        LocalDate until = question.date("until").orElse(question.today());
        if (until.isAfter(question.today())) {
            throw Arguments.invalid("until", until.toString(), "a day not after today, " + question.today());
        }
        if (since.isAfter(until)) {
            throw Arguments.invalid("since", since.toString(), "a day not after until, " + until);
        }
        List<String> actors = question.arguments().has("actor") ? question.actors() : List.of();
        return new ChangeQuery(since, until, actors, question.level("level"));
    }

    private static void write(ParametersWriter out, RequirementWriter writer, Texts texts, CatalogueChange change) {
        out.startParts("change")
                .coding("kind", texts.coding("endringstype", change.kind()))
                .date("date", change.date().text());
        writer.product(change.product());
        change.obligations().forEach(obligation ->
                out.string("obligation", obligation.id()).coding("actor", texts.actor(obligation.actor())));
        change.moved().ifPresent(moved -> {
            out.code("field", moved.field());
            moved.before().ifPresent(before -> deadline(out, "old", before));
            moved.after().ifPresent(after -> deadline(out, "new", after));
        });
        boolean level = change.kind() == CatalogueChange.Kind.RAISED || change.kind() == CatalogueChange.Kind.LOWERED;
        change.before().filter(before -> level).map(Obligation::level).ifPresent(old ->
                out.coding("old-level", texts.coding("normeringsniva", old)));
        change.obligations().stream().findFirst().ifPresent(writer::obligation);
        change.revision().ifPresent(revision -> out.string("text", revision.text()));
        RequirementWriter.sources(change.product(), change.obligations()).forEach(writer::source);
        out.endParts();
    }

    private static void deadline(ParametersWriter out, String name, Deadline deadline) {
        switch (deadline) {
            case Deadline.On(PartialDate date) -> out.date(name, date.text());
            case Deadline.Unknown(String reason) -> out.string(name + "-unknown", reason);
        }
    }
}
