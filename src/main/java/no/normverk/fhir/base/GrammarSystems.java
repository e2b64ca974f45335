package no.normverk.fhir.base;

import java.util.List;
import no.normverk.language.LanguageTags;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.Registry;
import no.normverk.terminology.Standing;
import no.normverk.terminology.valueset.ValueSetDefinition;
import no.normverk.ucum.Ucum;
import org.jspecify.annotations.Nullable;

/** The code systems that are in the program itself, because they are grammars: UCUM and BCP 47. */
public final class GrammarSystems {

    private GrammarSystems() {}

    /** The registry with them. They are made when first asked for; UCUM lists the common units that the registry's own value set names. */
    public static Registry addTo(Registry registry) {
        return registry.with()
                .codeSystem(Ucum.URL, Ucum.VERSION, Standing.ACTIVE, () -> {
                    ValueSetDefinition common = registry.valueSet(Ucum.COMMON_UNITS, null);
                    return Ucum.codeSystem(common);
                })
                .codeSystem(LanguageTags.URL, null, Standing.ACTIVE, LanguageTags::codeSystem)
                .implicit(List.of(new CommonLanguages()))
                .build();
    }

    /** HL7's value set of languages, where nobody has loaded it. */
    private static final class CommonLanguages implements Registry.ImplicitDefinitions {
        @Override
        public @Nullable ValueSetDefinition valueSet(Registry registry, String url, @Nullable String version) {
            Canonical own = LanguageTags.COMMON_LANGUAGES;
            boolean meant = own.url().equals(url) && (version == null || version.equals(own.version()));
            return meant ? LanguageTags.commonLanguagesValueSet() : null;
        }
    }
}
