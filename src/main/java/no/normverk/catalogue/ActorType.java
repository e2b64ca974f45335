package no.normverk.catalogue;

import java.util.List;
import no.normverk.authoring.LocalText;

/**
 * A kind of organisation that obligations are laid on (virksomhetstype, CodeSystem aktor).
 *
 * @param code the code
 * @param title the name shown to people
 * @param includes codes of other types that this one holds
 * @param collection whether it is nothing more than those: organisations of the type are of one of the included types
 * @param role whether it is something an organisation does beside what it is, such as referring patients
 */
public record ActorType(String code, LocalText title, List<String> includes, boolean collection, boolean role) {

    public ActorType {
        includes = List.copyOf(includes);
    }
}
