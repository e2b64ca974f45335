package no.normverk.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.normverk.authoring.LocalText;
import no.normverk.authoring.PartialDate;

/**
 * One version of a normative product (normerende produkt): a guide, guideline, standard, specification or national solution. A
 * new version of a message is a new product; errata and clarifications are {@link Revision}s of the same one.
 *
 * <p>Level, lifecycle and document type are what was last seen in the sources and absent where no source says.
 *
 * @param key unique and stable: file name, id and last part of the canonical address
 * @param title the name
 * @param description what it is for
 * @param version the publisher's version, such as {@code 1.4}
 * @param level how strongly it binds at most; single obligations may be weaker
 * @param documentType what sort of document it is
 * @param lifecycle where in its life it is
 * @param phase where in the management model it is
 * @param publisher who publishes it
 * @param identifiers the publisher's numbers; not unique keys
 * @param otherNames earlier titles and the short names of its messages, such as {@code M1}
 * @param topics codes of what it is about (CodeSystem tema)
 * @param underlyingStandards codes of what it builds on (CodeSystem underliggende-standard)
 * @param layers the interoperability layers it addresses
 * @param dates its publication, last update and withdrawal
 * @param revisions changes within the edition, oldest first
 * @param profileOf keys of the products it is a profile of
 * @param replaces keys of the products it takes the place of
 * @param binds the code systems, value sets, maps and profiles that it names
 * @param address where it is read now
 * @param formerAddresses where it was read before: old links still in use
 * @param obligations who is bound, one decision each
 * @param sources the evidence
 * @param unverified fields that a source does not settle, with what is uncertain about each
 */
public record NormativeProduct(
        String key,
        LocalText title,
        Optional<LocalText> description,
        Optional<String> version,
        Optional<NormativeLevel> level,
        Optional<DocumentType> documentType,
        Optional<LifecycleStatus> lifecycle,
        Optional<ManagementPhase> phase,
        Optional<String> publisher,
        List<Identifier> identifiers,
        List<String> otherNames,
        List<String> topics,
        List<String> underlyingStandards,
        List<EifLayer> layers,
        Dates dates,
        List<Revision> revisions,
        List<String> profileOf,
        List<String> replaces,
        List<BoundContent> binds,
        Optional<String> address,
        List<String> formerAddresses,
        List<Obligation> obligations,
        List<Source> sources,
        Map<String, String> unverified) {

    /**
     * The dates of a product's own life, each absent where no source gives it.
     *
     * @param published first publication
     * @param updated the last change of content
     * @param withdrawn when it left the catalogue
     */
    public record Dates(
            Optional<PartialDate> published, Optional<PartialDate> updated, Optional<PartialDate> withdrawn) {}

    public NormativeProduct {
        identifiers = List.copyOf(identifiers);
        otherNames = List.copyOf(otherNames);
        topics = List.copyOf(topics);
        underlyingStandards = List.copyOf(underlyingStandards);
        layers = List.copyOf(layers);
        revisions = List.copyOf(revisions);
        profileOf = List.copyOf(profileOf);
        replaces = List.copyOf(replaces);
        binds = List.copyOf(binds);
        formerAddresses = List.copyOf(formerAddresses);
        obligations = List.copyOf(obligations);
        sources = List.copyOf(sources);
        unverified = Map.copyOf(unverified);
    }
}
