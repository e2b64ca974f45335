package no.normverk.ucum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.CodeSystemHeader;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.PropertyDefinition;
import no.normverk.terminology.Standing;
import no.normverk.terminology.memory.GrammarCodeSystem;
import no.normverk.terminology.valueset.ConceptReference;
import no.normverk.terminology.valueset.Include;
import no.normverk.terminology.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;

/** UCUM as a code system (FHIR R4, 4.3.14; unitsofmeasure.org). */
public final class Ucum {

    public static final String URL = "http://unitsofmeasure.org";

    /** The version of the definitions that the library brings. */
    public static final String VERSION = "2.2";

    /** The value set of R4 that lists units in common use. */
    public static final String COMMON_UNITS = "http://hl7.org/fhir/ValueSet/ucum-common";

    private Ucum() {}

    /**
     * The code system.
     *
     * @param common the value set of common units; their displays there are taken for names of the units. {@code null}: no unit is listed, all are still known
     */
    public static CodeSystemVersion codeSystem(@Nullable ValueSetDefinition common) {
        Map<String, String> names = new HashMap<>();
        List<String> codes = new ArrayList<>();
        for (Include include : common == null ? List.<Include>of() : common.includes()) {
            if (URL.equals(include.system())) {
                for (ConceptReference reference : include.concepts()) {
                    codes.add(reference.code());
                    names.put(reference.code(), Objects.requireNonNullElse(reference.display(), ""));
                }
            }
        }
        UcumGrammar grammar = new UcumGrammar(names);
        Canonical listing = common == null ? new Canonical(COMMON_UNITS, null) : common.canonical();
        return GrammarCodeSystem.of(header(), grammar, listing, GrammarCodeSystem.readAll(grammar, codes.stream()));
    }

    private static CodeSystemHeader header() {
        PropertyDefinition canonical = new PropertyDefinition(
                UcumGrammar.CANONICAL, null, "The unit in base units; units with the same can be compared", "string");
        return new CodeSystemHeader(
                URL,
                VERSION,
                "UCUM",
                "Unified Code for Units of Measure",
                "en",
                Standing.ACTIVE,
                "complete",
                true,
                null,
                null,
                Map.of(canonical.code(), canonical));
    }
}
