package no.normverk.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import no.normverk.terminology.CodeSystemHeader;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.Standing;
import no.normverk.terminology.Value;
import no.normverk.terminology.memory.CodeSystemDefinition;
import no.normverk.terminology.memory.ConceptDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassificationRulesTest {

    private static CodeSystemVersion system(String url, ConceptDefinition... concepts) {
        return named("X", url, concepts);
    }

    private static CodeSystemVersion named(String name, String url, ConceptDefinition... concepts) {
        CodeSystemHeader header =
                new CodeSystemHeader(url, "1", name, "X", "nb", Standing.ACTIVE, "complete", false, null, "is-a", Map.of());
        return ClassificationRules.codeSystem(new CodeSystemDefinition(header, List.of(concepts)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"urn:oid:2.16.578.1.12.4.1.1.7110", "http://hl7.org/fhir/sid/icd-10", "http://hl7.org/fhir/sid/icd-10-no"})
    void aCodeOfIcd10IsOneConceptWithAndWithoutDotInEitherCase(String url) {
        CodeSystemVersion icd10 = system(url, ConceptDefinition.of("A00", "a"), ConceptDefinition.of("A00.0", "b", "A00"), ConceptDefinition.of("V0n0a", "c"));
        assertThat(List.of(icd10.locate("A00.0"), icd10.locate("A000"), icd10.locate("a00.0"))).containsOnly(1);
        assertThat(icd10.locate("v0N0A")).isEqualTo(2);
        assertThat(icd10.locate("A0.00")).isEqualTo(-1);
        assertThat(icd10.code(icd10.locate("a000"))).isEqualTo("A00.0");
    }

    @Test
    void anIcd10UnderAnotherUriIsToldByItsName() {
        assertThat(named("ICD10", "urn:oid:1.2.3.99", ConceptDefinition.of("A00.0", "b")).locate("a000")).isZero();
        assertThat(named("ICF", "urn:oid:1.2.3.99", ConceptDefinition.of("A00.0", "b")).locate("a000")).isEqualTo(-1);
    }

    @Test
    void anEntityOfIcd11IsFoundByTheUrisOfFoundationAndLinearization() {
        CodeSystemVersion mms = system(
                Icd11.MMS,
                new ConceptDefinition("9A00", "a", null, List.of(), List.of(),
                        List.of(new ConceptProperty("linearizationUri", new Value.Text("http://id.who.int/icd/release/11/mms/3"))), List.of()),
                new ConceptDefinition("9A00.Y", "b", null, List.of("9A00"), List.of(),
                        List.of(new ConceptProperty("linearizationUri", new Value.Text("http://id.who.int/icd/release/11/mms/3/other"))), List.of()));
        assertThat(List.of(
                        mms.locate("http://id.who.int/icd/entity/3"),
                        mms.locate("http://id.who.int/icd/release/11/mms/3"),
                        mms.locate("http://id.who.int/icd/release/11/2031-02/mms/3"),
                        mms.locate("9a00")))
                .containsOnly(0);
        assertThat(mms.locate("http://id.who.int/icd/release/11/2031-02/mms/3/other")).isEqualTo(1);
        assertThat(mms.locate("http://id.who.int/icd/entity/4")).isEqualTo(-1);
    }
}
