package no.normverk.fhir.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import no.normverk.fhir.definition.RegistryAssembler;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Registry;
import org.junit.jupiter.api.Test;

class GrammarSystemsTest {

    private static final Registry REGISTRY =
            GrammarSystems.addTo(RegistryAssembler.assemble(BaseTerminology.read(), List.of(), List.of()));

    @Test
    void ucumListsTheCommonUnitsOfR4Core() {
        CodeSystemVersion ucum = Objects.requireNonNull(REGISTRY.codeSystem("http://unitsofmeasure.org", null));
        assertThat(ucum.size()).isGreaterThan(1300);
        assertThat(ucum.commonCodes()).hasToString("http://hl7.org/fhir/ValueSet/ucum-common|4.0.1");
    }

    @Test
    void languageTagsAreThereWithTheValueSetThatListsThem() {
        assertThat(REGISTRY.codeSystem("urn:ietf:bcp:47", null)).isNotNull();
        assertThat(REGISTRY.valueSet("http://terminology.hl7.org/ValueSet/Languages", null)).isNotNull();
        assertThat(REGISTRY.valueSet("http://terminology.hl7.org/ValueSet/Languages", "9")).isNull();
    }
}
