package no.normverk.catalogue;

import java.util.List;
import java.util.Optional;
import no.normverk.authoring.PartialDate;

/**
 * An exemption (unntak) from something a regulation demands, for some time. It is granted to one organisation or to kinds of
 * organisation, on application: which provision, sending or receiving, for which system, why, how the parties communicate
 * meanwhile, until when. Source: the application form and the list of exemptions of Direktoratet for e-helse.
 *
 * @param key unique and stable
 * @param provision the provision departed from
 * @param products keys of the products it concerns; empty for all that the provision demands
 * @param direction sending or receiving; empty for both
 * @param organisation who may depart; empty when it is the kinds of organisation in {@code actors}
 * @param actors codes of the kinds of organisation that may depart, when no single one is named
 * @param system the software it was given for, in words
 * @param condition what it is limited to, in words; an exemption with a condition does not free from the whole obligation
 * @param from when it begins; empty when no source gives it, and then it holds from the obligation's own beginning
 * @param until its last day; empty when no source gives it
 * @param interimCommunication how information is exchanged meanwhile
 * @param decidedBy who granted it
 * @param decidedOn when it was granted: from then on it is known; empty when no source gives it
 * @param sources the evidence
 * @param note anything else a reader should know
 * @param verified false when something about it is inferred
 */
public record Exemption(
        String key,
        LegalBasis provision,
        List<String> products,
        Optional<Direction> direction,
        Optional<Organisation> organisation,
        List<String> actors,
        Optional<String> system,
        Optional<String> condition,
        Optional<PartialDate> from,
        Optional<PartialDate> until,
        Optional<String> interimCommunication,
        Optional<String> decidedBy,
        Optional<PartialDate> decidedOn,
        List<Source> sources,
        Optional<String> note,
        boolean verified) {

    /**
     * An organisation.
     *
     * @param number its number in Enhetsregisteret, nine digits
     * @param name its name
     */
    public record Organisation(String number, String name) {}

    public Exemption {
        products = List.copyOf(products);
        actors = List.copyOf(actors);
        sources = List.copyOf(sources);
    }
}
