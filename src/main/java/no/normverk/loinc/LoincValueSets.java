package no.normverk.loinc;

import java.util.List;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.ConceptFilter;
import no.normverk.terminology.FilterOperator;
import no.normverk.terminology.Registry;
import no.normverk.terminology.valueset.Include;
import no.normverk.terminology.valueset.IncludeFilter;
import no.normverk.terminology.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;

/**
 * The value sets that LOINC's URLs stand for (https://terminology.hl7.org/LOINC.html, implicit value sets): {@code http://loinc.org/vs} all of LOINC, with an answer list's code ({@code LL...})
 * its answers, with a part's ({@code LP...}) what is below the part, with a group's ({@code LG...}) its terms. Their version is LOINC's.
 */
public final class LoincValueSets implements Registry.ImplicitDefinitions {

    private static final String BASE = LoincRelease.URL + "/vs";

    @Override
    public @Nullable ValueSetDefinition valueSet(Registry registry, String url, @Nullable String version) {
        if (!url.equals(BASE) && !url.startsWith(BASE + "/")) {
            return null;
        }
        CodeSystemVersion loinc = registry.codeSystem(LoincRelease.URL, version);
        if (loinc == null) {
            return null;
        }
        String code = url.equals(BASE) ? "" : url.substring(BASE.length() + 1);
        IncludeFilter filter = filter(loinc, code);
        if (filter == null && !code.isEmpty()) {
            return null;
        }
        String own = loinc.header().version();
        Include include =
                new Include(LoincRelease.URL, own, List.of(), filter == null ? List.of() : List.of(filter), List.of());
        return ValueSetDefinition.implicit(url, own, "LOINC" + code.replace("-", ""), title(code), List.of(include));
    }

    private static String title(String code) {
        return code.isEmpty() ? "All of LOINC" : "LOINC " + code;
    }

    private static @Nullable IncludeFilter filter(CodeSystemVersion loinc, String code) {
        if (code.startsWith("LG")) {
            boolean known = !loinc.filter(new ConceptFilter(LoincProperties.GROUP, FilterOperator.EQUALS, code)).isEmpty();
            return known ? new IncludeFilter(LoincProperties.GROUP, "=", code) : null;
        }
        if (loinc.locate(code) < 0) {
            return null;
        }
        return code.startsWith("LL")
                ? new IncludeFilter("LIST", "=", code)
                : code.startsWith("LP") ? new IncludeFilter("concept", "is-a", code) : null;
    }
}
