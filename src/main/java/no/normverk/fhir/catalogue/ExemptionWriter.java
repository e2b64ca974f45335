package no.normverk.fhir.catalogue;

import java.util.Optional;
import no.normverk.authoring.PartialDate;
import no.normverk.catalogue.AuthoredExemption;
import no.normverk.catalogue.Exemption;
import no.normverk.catalogue.Vocabulary;
import org.hl7.fhir.r4.model.Basic;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/** Writes an exemption as a {@code Basic} with the profile {@code no-unntak}. */
public final class ExemptionWriter {

    private final Vocabulary actors;

    /** @param actors the displays of kinds of organisation */
    public ExemptionWriter(Vocabulary actors) {
        this.actors = actors;
    }

    /** The exemption as a new Basic. */
    public Basic write(AuthoredExemption authored) {
        Exemption exemption = authored.exemption();
        Basic basic = new Basic();
        basic.setId(exemption.key());
        basic.getMeta().addProfile(ExemptionResource.PROFILE);
        basic.setLanguage("nb");
        basic.setCode(new CodeableConcept(new Coding(ExemptionResource.CODE_SYSTEM, ExemptionResource.CODE, "Unntak")));
        exemption.organisation().ifPresent(organisation -> basic.setSubject(organisation(organisation)));
        exemption.decidedOn().ifPresent(date -> basic.setCreatedElement(new DateType(date.text())));
        basic.addExtension(extension(exemption, authored.published()));
        return basic;
    }

    private static Reference organisation(Exemption.Organisation organisation) {
        return new Reference()
                .setType("Organization")
                .setIdentifier(new Identifier().setSystem(ExemptionResource.ORGANISATION_NUMBER).setValue(organisation.number()))
                .setDisplay(organisation.name());
    }

    private Extension extension(Exemption exemption, boolean published) {
        Extension extension = new Extension(Canonical.extension("unntak"));
        extension.addExtension("published", new BooleanType(published));
        Extension provision = ObligationExtension.legalBasis(exemption.provision());
        provision.setUrl("provision");
        extension.addExtension(provision);
        exemption.products().forEach(product ->
                extension.addExtension("product", new CanonicalType(Canonical.library(product))));
        exemption.direction().ifPresent(direction -> extension.addExtension("direction", new CodeType(direction.code())));
        exemption.actors().forEach(actor -> extension.addExtension("actor", actor(actor)));
        text(extension, "system", exemption.system());
        text(extension, "condition", exemption.condition());
        date(extension, "from", exemption.from());
        date(extension, "until", exemption.until());
        text(extension, "interimCommunication", exemption.interimCommunication());
        text(extension, "decidedBy", exemption.decidedBy());
        exemption.sources().forEach(source -> extension.addExtension(ObligationExtension.source(source)));
        text(extension, "note", exemption.note());
        extension.addExtension("verified", new BooleanType(exemption.verified()));
        return extension;
    }

    private Coding actor(String code) {
        Coding coding = new Coding().setSystem(Canonical.codeSystem(actors.name())).setCode(code);
        actors.display(code).ifPresent(coding::setDisplay);
        return coding;
    }

    private static void text(Extension parent, String name, Optional<String> text) {
        text.ifPresent(value -> parent.addExtension(name, new StringType(value)));
    }

    private static void date(Extension parent, String name, Optional<PartialDate> date) {
        date.ifPresent(value -> parent.addExtension(name, new DateType(value.text())));
    }
}
