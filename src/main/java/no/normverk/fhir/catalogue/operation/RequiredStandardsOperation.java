package no.normverk.fhir.catalogue.operation;

import java.time.Clock;
import no.normverk.catalogue.ActorType;
import no.normverk.catalogue.NormativeProduct;
import no.normverk.catalogue.requirement.RequiredStandards;
import no.normverk.catalogue.requirement.RequirementAnswer;
import no.normverk.catalogue.requirement.RequirementQuery;
import no.normverk.fhir.operation.Answer;
import no.normverk.fhir.operation.ParametersWriter;
import org.jspecify.annotations.Nullable;

/** {@code Library/$required-standards}: what must, shall, should and can be followed by whom on a day, by what was known on another. */
final class RequiredStandardsOperation extends CatalogueOperation {

    /** Bytes that an answer takes beside its requirements, and that each of these takes, about. */
    private static final int HEADING = 4096;

    private static final int EACH = 2304;

    RequiredStandardsOperation(Clock clock, FragmentStore fragments) {
        super(clock, fragments, "actor*", "direction*", "date", "asOf", "level-min", "organization", "topic*", "offset", "count");
    }

    @Override
    Answer answer(CatalogueQuestion question) {
        RequirementQuery query = question.query(question.date());
        Integer count = question.arguments().count("count");
        Integer offset = question.arguments().count("offset");
        RequirementAnswer answer = new RequiredStandards(question.index())
                .find(query, offset == null ? 0 : offset, count == null ? Integer.MAX_VALUE : count);
        Texts texts = question.texts();
        ParametersWriter out = ParametersWriter.start(HEADING + answer.requirements().size() * EACH);
        asked(out, texts, query);
        Knowledge.write(out, texts, question.index(), query.asOf());
        rolesNotAsked(out, texts, question, query);
        out.integer("total", answer.total());
        page(out, offset, count);
        RequirementWriter writer = question.writer(out);
        answer.requirements().forEach(requirement -> {
            out.startParts("requirement");
            writer.requirement(requirement);
            out.endParts();
        });
        answer.leftOut().forEach(product -> leftOut(out, texts, writer, product));
        return out.answer();
    }

    /** Repeats what was asked, as it was understood. */
    static void asked(ParametersWriter out, Texts texts, RequirementQuery query) {
        out.date("date", query.date().toString());
        query.actors().forEach(actor -> out.coding("actor", texts.actor(actor)));
        query.directions().forEach(direction -> out.coding("direction", texts.coding("retning", direction)));
        query.levelMin().ifPresent(level -> out.coding("level-min", texts.coding("normeringsniva", level)));
        query.topics().forEach(topic -> out.code("topic", topic));
        query.organisation().ifPresent(number -> out.string("organization", number));
    }

    /** Whether a role, such as prescribing, is one's own only the caller knows: those that were not asked for are named. */
    static void rolesNotAsked(ParametersWriter out, Texts texts, CatalogueQuestion question, RequirementQuery query) {
        question.index().actors().roles().stream()
                .map(ActorType::code)
                .filter(role -> query.actors().stream().noneMatch(actor -> question.index().actors().contains(actor, role)))
                .forEach(role -> out.coding("role-not-asked", texts.actor(role)));
    }

    private static void page(ParametersWriter out, @Nullable Integer offset, @Nullable Integer count) {
        if (offset != null) {
            out.integer("offset", offset);
        }
        if (count != null) {
            out.integer("count", count);
        }
    }

    static void leftOut(ParametersWriter out, Texts texts, RequirementWriter writer, NormativeProduct product) {
        out.startParts("left-out");
        writer.product(product);
        out.string("comment", texts.message("catalogue-left-out")).endParts();
    }
}
