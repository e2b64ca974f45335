package no.normverk.fhir.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import no.normverk.authoring.Coded;
import no.normverk.authoring.LocalText;
import no.normverk.authoring.PartialDate;
import no.normverk.catalogue.BoundContent;
import no.normverk.catalogue.Catalogue;
import no.normverk.catalogue.Identifier;
import no.normverk.catalogue.LifecycleStatus;
import no.normverk.catalogue.NormativeProduct;
import no.normverk.catalogue.Revision;
import no.normverk.catalogue.Source;
import no.normverk.catalogue.Vocabularies;
import no.normverk.catalogue.Vocabulary;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.RelatedArtifact;
import org.hl7.fhir.r4.model.RelatedArtifact.RelatedArtifactType;
import org.hl7.fhir.r4.model.StringType;

/**
 * Writes a normative product as a {@code Library} with the profile {@code no-normerende-produkt}. The level, lifecycle,
 * revisions and obligations are extensions; everything R4 has an element for is in that element, so that a client that knows
 * nothing of the profile still reads title, status, numbers, period, lineage and documentation.
 */
public final class LibraryWriter {

    private static final String TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation";

    private final Catalogue catalogue;
    private final Vocabularies vocabularies;
    private final ObligationExtension obligations;

    /**
     * A writer for the products of a catalogue.
     *
     * @param catalogue where successors of a product are looked up
     * @param vocabularies the displays of the codes
     */
    public LibraryWriter(Catalogue catalogue, Vocabularies vocabularies) {
        this.catalogue = catalogue;
        this.vocabularies = vocabularies;
        this.obligations = new ObligationExtension(vocabularies.actors());
    }

    /** The product as a new, complete Library. */
    public Library write(NormativeProduct product) {
        Library library = new Library();
        library.setId(product.key());
        library.getMeta().addProfile(Canonical.PROFILE);
        library.setLanguage("nb");
        library.setUrl(Canonical.library(product.key()));
        version(product).ifPresent(library::setVersion);
        product.identifiers().forEach(identifier -> library.addIdentifier(identifier(identifier)));
        library.setName(name(product.key()));
        title(library, product.title());
        library.setStatus(status(product));
        library.setExperimental(false);
        library.setType(new CodeableConcept(new Coding(
                "http://terminology.hl7.org/CodeSystem/library-type", "asset-collection", "Asset Collection")));
        product.dates().updated().or(() -> product.dates().published()).ifPresent(date ->
                library.setDateElement(new DateTimeType(date.text())));
        product.publisher().ifPresent(library::setPublisher);
        product.description().map(LocalText::nb).ifPresent(library::setDescription);
        library.addJurisdiction(new CodeableConcept(new Coding("urn:iso:std:iso:3166", "NO", "Norway")));
        effectivePeriod(product).ifPresent(library::setEffectivePeriod);
        product.topics().forEach(topic ->
                library.addTopic(new CodeableConcept(coding(vocabularies.topics(), topic))));
        relatedArtifacts(library, product);
        extensions(library, product);
        return library;
    }

    /**
     * The product's status as FHIR's coarser one: trial and development are draft, withdrawn and stopped are retired, an
     * unknown lifecycle is unknown.
     */
    public static PublicationStatus status(NormativeProduct product) {
        return product.lifecycle().map(LibraryWriter::status).orElse(PublicationStatus.UNKNOWN);
    }

    private static PublicationStatus status(LifecycleStatus lifecycle) {
        return switch (lifecycle) {
            case UDEKKET_BEHOV, UNDER_UTVIKLING, UNDER_UTPROVING -> PublicationStatus.DRAFT;
            case UNDER_INNFASING, AKTIV, UNDER_UTFASING -> PublicationStatus.ACTIVE;
            case UTGATT, STANSET -> PublicationStatus.RETIRED;
        };
    }

    /** The publisher's version, or the year of the edition where documents are told apart by it. */
    private static Optional<String> version(NormativeProduct product) {
        return product.version().or(() -> product.identifiers().stream()
                .flatMap(identifier -> identifier.edition().stream().mapToObj(String::valueOf))
                .findFirst());
    }

    private static org.hl7.fhir.r4.model.Identifier identifier(Identifier identifier) {
        // None of FHIR's own identifier types fits a document's number; the binding is extensible, so our code it is.
        Coding series = new Coding().setSystem(Canonical.codeSystem("dokumenttype")).setCode(identifier.series());
        return new org.hl7.fhir.r4.model.Identifier()
                .setType(new CodeableConcept(series).setText(identifier.series()))
                .setSystem(Canonical.DOCUMENT_NUMBER)
                .setValue(identifier.toString());
    }

    /** A name for programs: the key in capitals, with what a name must not hold turned to underscores. */
    private static String name(String key) {
        String joined = Arrays.stream(key.split("-"))
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining());
        return joined.replace('.', '_');
    }

    private static void title(Library library, LocalText title) {
        library.setTitle(title.nb());
        title.nn().ifPresent(text -> library.getTitleElement().addExtension(translation("nn", text)));
        title.en().ifPresent(text -> library.getTitleElement().addExtension(translation("en", text)));
    }

    private static Extension translation(String language, String text) {
        Extension translation = new Extension(TRANSLATION);
        translation.addExtension("lang", new CodeType(language));
        translation.addExtension("content", new StringType(text));
        return translation;
    }

    private static Optional<Period> effectivePeriod(NormativeProduct product) {
        Optional<PartialDate> start = product.dates().published();
        Optional<PartialDate> end = product.dates().withdrawn();
        if (start.isEmpty() && end.isEmpty()) {
            return Optional.empty();
        }
        Period period = new Period();
        start.ifPresent(date -> period.setStartElement(new DateTimeType(date.text())));
        end.ifPresent(date -> period.setEndElement(new DateTimeType(date.text())));
        return Optional.of(period);
    }

    private void relatedArtifacts(Library library, NormativeProduct product) {
        product.address().ifPresent(address -> library.addRelatedArtifact(
                artifact(RelatedArtifactType.DOCUMENTATION).setUrl(address).setLabel("adresse")));
        product.formerAddresses().forEach(address -> library.addRelatedArtifact(
                artifact(RelatedArtifactType.DOCUMENTATION).setUrl(address).setLabel("tidligere adresse")));
        lineage(library, RelatedArtifactType.PREDECESSOR, product.replaces());
        lineage(library, RelatedArtifactType.SUCCESSOR, catalogue.replacedBy(product.key()));
        lineage(library, RelatedArtifactType.DERIVEDFROM, product.profileOf());
        product.binds().forEach(bound -> library.addRelatedArtifact(bound(bound)));
        product.sources().forEach(source -> library.addRelatedArtifact(citation(source)));
    }

    private static void lineage(Library library, RelatedArtifactType type, List<String> keys) {
        keys.forEach(key -> library.addRelatedArtifact(artifact(type).setResource(Canonical.library(key))));
    }

    private static RelatedArtifact bound(BoundContent bound) {
        RelatedArtifact artifact = artifact(RelatedArtifactType.DEPENDSON)
                .setLabel(bound.kind().resourceType())
                .setResource(bound.reference());
        bound.note().ifPresent(artifact::setDisplay);
        return artifact;
    }

    private static RelatedArtifact citation(Source source) {
        RelatedArtifact citation = artifact(RelatedArtifactType.CITATION).setDisplay(source.title());
        source.url().ifPresent(citation::setUrl);
        source.seen().ifPresent(seen -> citation.setLabel("sett " + seen));
        return citation;
    }

    private static RelatedArtifact artifact(RelatedArtifactType type) {
        return new RelatedArtifact().setType(type);
    }

    private void extensions(Library library, NormativeProduct product) {
        product.level().ifPresent(level ->
                library.addExtension(coded("normeringsniva", level)));
        product.documentType().ifPresent(type ->
                library.addExtension(coded("dokumenttype", type)));
        product.lifecycle().ifPresent(status ->
                library.addExtension(coded("livssyklus", status)));
        product.phase().ifPresent(phase ->
                library.addExtension(coded("forvaltningsfase", phase)));
        product.layers().forEach(layer -> library.addExtension(coded("eif-lag", layer)));
        product.underlyingStandards().forEach(standard -> library.addExtension(new Extension(
                Canonical.extension("underliggende-standard"), coding(vocabularies.underlyingStandards(), standard))));
        product.profileOf().forEach(base -> library.addExtension(
                new Extension(Canonical.extension("profil-av"), new CanonicalType(Canonical.library(base)))));
        product.otherNames().forEach(name -> library.addExtension(
                new Extension(Canonical.extension("alternativt-navn"), new StringType(name))));
        product.revisions().forEach(revision -> library.addExtension(revision(revision)));
        product.obligations().forEach(obligation -> library.addExtension(obligations.write(obligation)));
        product.unverified().keySet().stream().sorted().forEach(field ->
                library.addExtension(unverified(field, String.valueOf(product.unverified().get(field)))));
    }

    private static Extension coded(String extension, Coded code) {
        return new Extension(
                Canonical.extension(extension), new Coding(Canonical.codeSystem(extension), code.code(), code.title().nb()));
    }

    private static Coding coding(Vocabulary vocabulary, String code) {
        Coding coding = new Coding().setSystem(Canonical.codeSystem(vocabulary.name())).setCode(code);
        vocabulary.display(code).ifPresent(coding::setDisplay);
        return coding;
    }

    private static Extension revision(Revision revision) {
        Extension extension = new Extension(Canonical.extension("revision"));
        extension.addExtension("date", new DateType(revision.date().text()));
        revision.kind().ifPresent(kind -> extension.addExtension("kind", new CodeType(kind.code())));
        extension.addExtension("text", new StringType(revision.text()));
        return extension;
    }

    private static Extension unverified(String field, String reason) {
        Extension extension = new Extension(Canonical.extension("uverifisert"));
        extension.addExtension("field", new StringType(field));
        extension.addExtension("reason", new StringType(reason));
        return extension;
    }
}
