package no.normverk.fhir.catalogue.operation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.normverk.authoring.PartialDate;
import no.normverk.catalogue.Deadline;
import no.normverk.catalogue.Direction;
import no.normverk.catalogue.Exemption;
import no.normverk.catalogue.LegalBasis;
import no.normverk.catalogue.LifecycleStatus;
import no.normverk.catalogue.NormativeLevel;
import no.normverk.catalogue.NormativeProduct;
import no.normverk.catalogue.Obligation;
import no.normverk.catalogue.Source;
import no.normverk.catalogue.requirement.Requirement;
import no.normverk.catalogue.requirement.Requirement.Alternative;
import no.normverk.catalogue.requirement.Requirement.Change;
import no.normverk.catalogue.requirement.Requirement.ChangeKind;
import no.normverk.catalogue.requirement.Requirement.NextChange;
import no.normverk.catalogue.requirement.Requirement.Reason;
import no.normverk.fhir.catalogue.Canonical;
import no.normverk.fhir.operation.ParametersWriter;
import org.jspecify.annotations.Nullable;

/** Writes requirements, obligations and exemptions as parts of a parameter. */
final class RequirementWriter {

    private final ParametersWriter out;
    private final Texts texts;
    private final Fragments fragments;

    /** What a fragment is of. */
    private sealed interface Piece {
        record Strength(NormativeLevel level, Direction direction) implements Piece {}

        record Product(String key) implements Piece {}

        record Evidence(String product) implements Piece {}

        record SharedEvidence(Standing standing) implements Piece {}

        record Happening(ChangeKind kind, String product, String obligation) implements Piece {}
    }

    RequirementWriter(ParametersWriter out, Texts texts, Fragments fragments) {
        this.out = out;
        this.texts = texts;
        this.fragments = fragments;
    }

    /** The parts of a requirement. */
    void requirement(Requirement requirement) {
        Standing standing = Standing.of(requirement);
        fragments.write(out, standing, piece -> to(piece).standing(requirement));
        requirement.reasons().forEach(reason -> fragments.write(out, reason, piece -> reason(piece, reason)));
        requirement.exemptions().forEach(this::exemption);
        requirement.next().ifPresent(this::nextChange);
        sources(requirement, standing);
    }

    /** The same words, written elsewhere. */
    private RequirementWriter to(ParametersWriter piece) {
        return new RequirementWriter(piece, texts, fragments);
    }

    /** What is told of a requirement whoever asks, and on whichever day it stands as it does. */
    private void standing(Requirement requirement) {
        Obligation obligation = requirement.obligation();
        out.string("id", requirement.id());
        out.coding("status", texts.coding("forpliktelsesstatus", requirement.status()));
        obligation(obligation);
        requirement.alternatives().forEach(alternative -> alternative(alternative, obligation));
        if (obligation.mustFrom().isEmpty() && obligation.mayFrom().isEmpty()) {
            out.string("from-unknown", texts.message("catalogue-from-unknown"));
        }
        if (requirement.alternatives().stream().anyMatch(RequirementWriter::isStopped)) {
            out.string("comment", texts.message("catalogue-stopped"));
        }
    }

    private static boolean isStopped(Alternative alternative) {
        return alternative.product().lifecycle().filter(LifecycleStatus.STANSET::equals).isPresent();
    }

    /** What a decision says, but of which product. */
    void obligation(Obligation obligation) {
        fragments.write(out, new Piece.Strength(obligation.level(), obligation.direction()), piece -> piece
                .coding("level", texts.coding("normeringsniva", obligation.level()))
                .string("verb", texts.of(obligation.level().verb()))
                .string("deviation-rule", texts.of(obligation.level().deviation()))
                .coding("direction", texts.coding("retning", obligation.direction())));
        deadline("from", obligation.mustFrom());
        deadline("may-from", obligation.mayFrom());
        deadline("until", obligation.until());
        out.string("condition", obligation.condition().orElse(null));
        obligation.legalBasis().ifPresent(basis -> fragments.write(out, basis, piece -> legalBasis(piece, "legal-basis", basis)));
        out.string("authority", obligation.decidedBy().orElse(null));
        deadline("decided-on", obligation.decidedOn());
        if (obligation.decidedOn().isEmpty()) {
            out.string("decided-on-unknown", texts.message("catalogue-undated-decision"));
        }
    }

    private void alternative(Alternative alternative, Obligation leading) {
        Obligation own = alternative.obligation();
        out.startParts("satisfied-by");
        product(alternative.product());
        alternative.obligations().forEach(obligation -> out.string("obligation", obligation.id()));
        out.bool("verified", own.verified());
        if (!own.mustFrom().equals(leading.mustFrom())) {
            deadline("from", own.mustFrom());
        }
        if (!own.until().equals(leading.until())) {
            deadline("until", own.until());
        }
        out.string("note", own.note().orElse(null)).endParts();
    }

    /** The parts that name a product. */
    void product(NormativeProduct product) {
        fragments.write(out, new Piece.Product(product.key()), piece -> product(piece, product));
    }

    private void product(ParametersWriter out, NormativeProduct product) {
        out.canonical("product", Canonical.library(product.key()))
                .string("title", texts.of(product.title()))
                .string("version", product.version().orElse(null));
        product.identifiers().forEach(identifier -> out.string("identifier", identifier.toString()));
        product.lifecycle().ifPresent(status -> out.coding("lifecycle-last-seen", texts.coding("livssyklus", status)));
        out.uri("address", product.address().orElse(null));
    }

    private static void legalBasis(ParametersWriter out, String name, LegalBasis basis) {
        out.startParts(name)
                .string("citation", basis.citation())
                .string("regulation", basis.regulation())
                .string("reference", basis.reference().orElse(null))
                .string("section", basis.section().orElse(null))
                .string("number", basis.number().orElse(null))
                .string("letter", basis.letter().orElse(null))
                .date("in-force-from", text(basis.inForceFrom()))
                .endParts();
    }

    /** A date, or the reason why there is none, under a name of its own. */
    void deadline(String name, Optional<Deadline> deadline) {
        deadline.ifPresent(when -> {
            switch (when) {
                case Deadline.On on -> out.date(name, on.date().text());
                case Deadline.Unknown unknown -> out.string(name + "-unknown", unknown.reason());
            }
        });
    }

    private void reason(ParametersWriter out, Reason reason) {
        out.startParts("reason").coding("actor", texts.actor(reason.asked())).coding("bound-as", texts.actor(reason.boundAs()));
        reason.members().forEach(member -> out.coding("member", texts.actor(member)));
        out.endParts();
    }

    /** An exemption as a parameter. */
    void exemption(Exemption exemption) {
        out.startParts("exemption").string("reference", "Basic/" + exemption.key());
        exemption.organisation().ifPresent(organisation ->
                out.string("organization", organisation.number()).string("organization-name", organisation.name()));
        exemption.actors().forEach(actor -> out.coding("actor", texts.actor(actor)));
        exemption.direction().ifPresent(direction -> out.coding("direction", texts.coding("retning", direction)));
        legalBasis(out, "provision", exemption.provision());
        out.string("system", exemption.system().orElse(null))
                .string("condition", exemption.condition().orElse(null))
                .date("from", text(exemption.from()))
                .string("from-unknown", exemption.from().isEmpty() ? texts.message("catalogue-from-unknown") : null)
                .date("until", text(exemption.until()))
                .string("interim-communication", exemption.interimCommunication().orElse(null))
                .string("authority", exemption.decidedBy().orElse(null))
                .date("decided-on", text(exemption.decidedOn()))
                .bool("verified", exemption.verified());
        exemption.sources().forEach(this::source);
        out.endParts();
    }

    private void nextChange(NextChange next) {
        out.startParts("next-change").date("date", next.date().toString());
        for (Change change : next.changes()) {
            Object key = new Piece.Happening(change.kind(), change.product().key(), change.obligation().id());
            fragments.write(out, key, piece -> change(piece, change));
        }
        out.endParts();
    }

    private void change(ParametersWriter out, Change change) {
        Obligation obligation = change.obligation();
        out.startParts("change")
                .code("kind", change.kind().code())
                .canonical("product", Canonical.library(change.product().key()))
                .string("title", texts.of(change.product().title()))
                .string("obligation", obligation.id())
                .coding("level", texts.coding("normeringsniva", obligation.level()))
                .string("legal-basis", obligation.legalBasis().map(LegalBasis::citation).orElse(null))
                .string("authority", obligation.decidedBy().orElse(null))
                .endParts();
    }

    private void sources(Requirement requirement, Standing standing) {
        if (requirement.alternatives().size() == 1) {
            sources(requirement.alternatives().getFirst());
            return;
        }
        fragments.write(out, new Piece.SharedEvidence(standing), piece -> {
            Set<Source> sources = new LinkedHashSet<>();
            requirement.alternatives().forEach(alternative -> sources.addAll(sources(alternative.product(), alternative.obligations())));
            sources.forEach(source -> source(piece, source));
        });
    }

    private void sources(Alternative only) {
        List<Source> sources = sources(only.product(), only.obligations());
        if (sources == only.product().sources()) {
            fragments.write(out, new Piece.Evidence(only.product().key()), piece -> sources.forEach(source -> source(piece, source)));
        } else {
            sources.forEach(this::source);
        }
    }

    /** The evidence for some decisions: their own, and where one has none the product's. */
    static List<Source> sources(NormativeProduct product, List<Obligation> obligations) {
        boolean own = !obligations.isEmpty() && obligations.stream().allMatch(obligation -> obligation.source().isPresent());
        return own ? obligations.stream().flatMap(obligation -> obligation.source().stream()).distinct().toList() : product.sources();
    }

    void source(Source source) {
        source(out, source);
    }

    private static void source(ParametersWriter out, Source source) {
        out.startParts("source")
                .string("title", source.title())
                .uri("url", source.url().orElse(null))
                .string("seen", source.seen().orElse(null))
                .endParts();
    }

    private static @Nullable String text(Optional<PartialDate> date) {
        return date.map(PartialDate::text).orElse(null);
    }
}
