package no.normverk.snomed.constraint;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import no.normverk.snomed.Dialects;
import no.normverk.snomed.Sctid;

/**
 * The names that stand for language reference sets in the {@code dialect} filter (ECL 2.2, appendix C, Dialect aliases),
 * and short ones for Norwegian, general practice included.
 */
final class DialectAliases {

    private static final Map<String, Long> ALIASES = Map.ofEntries(
            Map.entry("en-us", Sctid.EN_US),
            Map.entry("en-gb", Sctid.EN_GB),
            Map.entry("nb-no", Sctid.BOKMAAL),
            Map.entry("nn-no", Sctid.NYNORSK),
            Map.entry("nb", Sctid.BOKMAAL),
            Map.entry("nn", Sctid.NYNORSK),
            Map.entry("nb-gp", Sctid.BOKMAAL_GENERAL_PRACTICE),
            Map.entry("nn-gp", Sctid.NYNORSK_GENERAL_PRACTICE),
            Map.entry("da", 554461000005103L),
            Map.entry("sv-se", 46011000052107L),
            Map.entry("et-ee", 71000181105L),
            Map.entry("en-au", 32570271000036106L),
            Map.entry("en-nz", 271000210107L),
            Map.entry("en-ca", 19491000087109L),
            Map.entry("fr-ca", 20581000087109L),
            Map.entry("en-ie", 21000220103L),
            Map.entry("es", 448879004L),
            Map.entry("es-ar", 450828004L),
            Map.entry("es-uy", 5641000179103L),
            Map.entry("nl-be", 31000172101L),
            Map.entry("fr-be", 21000172104L),
            Map.entry("nl-nl", 31000146106L),
            Map.entry("de", 722130004L),
            Map.entry("fr", 722131000L),
            Map.entry("ja", 722129009L),
            Map.entry("zh", 722128001L),
            Map.entry("en-int-gmdn", 608771002L),
            Map.entry("en-nhs-clinical", 999001261000000100L),
            Map.entry("en-nhs-dmd", 999000671000001103L),
            Map.entry("en-nhs-pharmacy", 999000691000001104L),
            Map.entry("en-uk-drug", 999000681000001101L),
            Map.entry("en-uk-ext", 999001251000000103L));

    private DialectAliases() {}

    /**
     * The reference sets of an alias in lower case; of one that is not listed, the edition's dialects of that language tag;
     * empty when unknown.
     */
    static List<Long> refsets(String alias, Dialects dialects) {
        Long known = ALIASES.get(alias);
        if (known != null) {
            return List.of(known);
        }
        return Arrays.stream(dialects.of(alias)).mapToObj(dialects::refset).toList();
    }
}
