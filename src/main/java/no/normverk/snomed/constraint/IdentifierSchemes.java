package no.normverk.snomed.constraint;

import java.util.List;
import no.normverk.snomed.AlternateIdentifiers;
import no.normverk.snomed.Descriptions;
import no.normverk.snomed.SnomedEdition;
import no.normverk.terminology.search.Folding;

/**
 * What identifier schemes are called in constraints. ECL leaves the aliases to whoever answers: those in general use are known; any other scheme goes by the first word of a term
 * of its concept, as {@code LOINC} does of <i>LOINC code identifier</i>, when that is the first word of no other scheme's.
 */
final class IdentifierSchemes {

    private IdentifierSchemes() {}

    /** The scheme of an alias among those that the edition has identifiers of; -1 when there is none, or more than one. */
    static long find(String alias, SnomedEdition edition) {
        AlternateIdentifiers identifiers = edition.alternateIdentifiers();
        if (identifiers == null) {
            return -1;
        }
        long[] schemes = identifiers.schemes();
        long known = AlternateIdentifiers.known(alias);
        long found = -1;
        for (long scheme : schemes) {
            if (scheme == known) {
                return scheme;
            }
            if (isCalled(scheme, Folding.fold(alias), edition)) {
                if (found >= 0) {
                    return -1;
                }
                found = scheme;
            }
        }
        return found;
    }

    private static boolean isCalled(long scheme, String alias, SnomedEdition edition) {
        int concept = edition.locate(scheme);
        if (concept < 0) {
            return false;
        }
        Descriptions descriptions = edition.descriptions();
        for (int i = descriptions.start(concept); i < descriptions.end(concept) && descriptions.isActive(i); i++) {
            List<String> words = Folding.words(descriptions.text(i));
            if (!words.isEmpty() && words.getFirst().equals(alias)) {
                return true;
            }
        }
        return false;
    }
}
