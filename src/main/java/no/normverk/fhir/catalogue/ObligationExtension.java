package no.normverk.fhir.catalogue;

import java.util.Optional;
import no.normverk.authoring.PartialDate;
import no.normverk.catalogue.Deadline;
import no.normverk.catalogue.LegalBasis;
import no.normverk.catalogue.Obligation;
import no.normverk.catalogue.Source;
import no.normverk.catalogue.Vocabulary;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;

/** Writes an obligation as the complex extension {@code obligation}. */
final class ObligationExtension {

    private final Vocabulary actors;

    ObligationExtension(Vocabulary actors) {
        this.actors = actors;
    }

    Extension write(Obligation obligation) {
        Extension extension = new Extension(Canonical.extension("obligation"));
        text(extension, "id", Optional.of(obligation.id()));
        extension.addExtension("actor", actor(obligation.actor()));
        obligation.except().forEach(code -> extension.addExtension("except", actor(code)));
        extension.addExtension("direction", new CodeType(obligation.direction().code()));
        extension.addExtension(
                "level",
                new Coding(
                        Canonical.codeSystem("normeringsniva"),
                        obligation.level().code(),
                        obligation.level().title().nb()));
        deadline(extension, "mayFrom", obligation.mayFrom());
        deadline(extension, "mustFrom", obligation.mustFrom());
        deadline(extension, "until", obligation.until());
        text(extension, "alternativeGroup", obligation.alternativeGroup());
        text(extension, "condition", obligation.condition());
        obligation.legalBasis().map(ObligationExtension::legalBasis).ifPresent(extension::addExtension);
        text(extension, "decidedBy", obligation.decidedBy());
        deadline(extension, "decidedOn", obligation.decidedOn());
        obligation.supersedes().forEach(earlier -> text(extension, "supersedes", Optional.of(earlier)));
        text(extension, "note", obligation.note());
        obligation.source().map(ObligationExtension::source).ifPresent(extension::addExtension);
        extension.addExtension("verified", new BooleanType(obligation.verified()));
        return extension;
    }

    private Coding actor(String code) {
        Coding coding = new Coding().setSystem(Canonical.codeSystem(actors.name())).setCode(code);
        actors.display(code).ifPresent(coding::setDisplay);
        return coding;
    }

    static Extension legalBasis(LegalBasis basis) {
        Extension extension = new Extension("legalBasis");
        text(extension, "regulation", Optional.of(basis.regulation()));
        text(extension, "reference", basis.reference());
        text(extension, "section", basis.section());
        text(extension, "number", basis.number());
        text(extension, "letter", basis.letter());
        date(extension, "inForceFrom", basis.inForceFrom());
        return extension;
    }

    static Extension source(Source source) {
        Extension extension = new Extension("source");
        text(extension, "title", Optional.of(source.title()));
        source.url().ifPresent(url -> extension.addExtension("url", new UriType(url)));
        text(extension, "seen", source.seen());
        return extension;
    }

    /** A date, or its reason for being unknown under a name of its own: never an invented date. */
    private static void deadline(Extension parent, String name, Optional<Deadline> deadline) {
        deadline.ifPresent(when -> {
            switch (when) {
                case Deadline.On on -> date(parent, name, Optional.of(on.date()));
                case Deadline.Unknown unknown -> text(parent, name + "Unknown", Optional.of(unknown.reason()));
            }
        });
    }

    private static void date(Extension parent, String name, Optional<PartialDate> date) {
        date.ifPresent(value -> parent.addExtension(name, new DateType(value.text())));
    }

    private static void text(Extension parent, String name, Optional<String> text) {
        text.ifPresent(value -> parent.addExtension(name, new StringType(value)));
    }
}
