package no.normverk.ucum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.ConceptFilter;
import no.normverk.terminology.Designation;
import no.normverk.terminology.FilterOperator;
import no.normverk.terminology.Message;
import no.normverk.terminology.valueset.ConceptReference;
import no.normverk.terminology.valueset.Include;
import no.normverk.terminology.valueset.ValueSetDefinition;
import org.fhir.ucum.UcumEssenceService;
import org.fhir.ucum.UcumException;
import org.fhir.ucum.UcumService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UcumTest {

    private final CodeSystemVersion ucum = Ucum.codeSystem(common(unit("kg", "kilogram"), unit("mL", null), unit("nonsense!", "no unit")));

    private static ConceptReference unit(String code, @Nullable String name) {
        return new ConceptReference(code, name, List.of(), List.of());
    }

    private static ValueSetDefinition common(ConceptReference... units) {
        return ValueSetDefinition.implicit(
                Ucum.COMMON_UNITS,
                "4.0.1",
                "Common",
                "Common units",
                List.of(new Include(Ucum.URL, null, List.of(units), List.of(), List.of())));
    }

    private CodeSystemVersion with(String... codes) {
        return ucum.withExpressions(List.of(codes));
    }

    @Test
    void theVersionIsThatOfTheLibrarysDefinitions() {
        assertThat(Ucum.VERSION).isEqualTo(UcumGrammar.version());
        assertThat(ucum.header().version()).isEqualTo("2.2");
    }

    @Test
    void itsOwnConceptsAreTheCommonUnitsThatKeepTheGrammar() {
        assertThat(ucum.size()).isEqualTo(2);
        assertThat(ucum.code(0)).isEqualTo("kg");
        assertThat(ucum.commonCodes()).hasToString(Ucum.COMMON_UNITS + "|4.0.1");
    }

    @Test
    void anyExpressionOfTheGrammarIsAConceptThatARequestBrings() {
        assertThat(ucum.locate("mm[Hg]")).isNegative();
        CodeSystemVersion more = with("mm[Hg]", "10*6/L", "kg");
        assertThat(more.size()).isEqualTo(4);
        assertThat(more.code(more.locate("10*6/L"))).isEqualTo("10*6/L");
        assertThat(more.locate("kg")).isEqualTo(ucum.locate("kg"));
    }

    @Test
    void conceptsBroughtEarlierKeepTheirOrdinals() {
        CodeSystemVersion first = with("mm[Hg]");
        CodeSystemVersion second = first.withExpressions(List.of("m", "mm[Hg]"));
        assertThat(second.locate("mm[Hg]")).isEqualTo(first.locate("mm[Hg]"));
        assertThat(second.locate("m")).isEqualTo(3);
    }

    @Test
    void aCodeThatIsNoUnitBringsNothing() {
        assertThat(with("kgXX", "", "a b", "m".repeat(100_000))).isSameAs(ucum);
    }

    @Test
    void unitsDifferByCase() {
        assertThat(with("pg", "Pg").size()).isEqualTo(4);
    }

    @Test
    void theDisplayIsTheCodeAndWordsAreDesignations() {
        CodeSystemVersion more = with("mg/dL");
        int unit = more.locate("mg/dL");
        assertThat(more.display(unit)).isEqualTo("mg/dL");
        assertThat(more.designations(unit)).extracting(Designation::value).containsExactly("(milligram) / (deciliter)");
        assertThat(more.designations(more.locate("kg"))).extracting(Designation::value).containsExactly("(kilogram)", "kilogram");
    }

    @Test
    void annotationsMayHoldSpaces() {
        assertThat(with("mg/dL{milligram per deciliter}").size()).isEqualTo(3);
    }

    @Test
    void theCanonicalFilterSelectsUnitsOfTheSameBaseUnits() {
        CodeSystemVersion more = with("mg", "m3");
        ConceptFilter grams = new ConceptFilter("canonical", FilterOperator.EQUALS, "g");
        assertThat(more.filter(grams).toArray()).containsExactly(more.locate("kg"), more.locate("mg"));
        assertThat(more.whyNotSelected(grams, more.locate("mL")))
                .isEqualTo(Message.of("unit-of-other-canonical", "mL", "m3", "g"));
        assertThat(more.whyNotSelected(grams, more.locate("kg"))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "kg", "mg/dL", "mL", "mm[Hg]", "10*6/L", "%", "[pH]", "dB", "/min", "mol/kg/s", "kg.m/s2", "m/(s.kg)", "U/L", "[iU]/mL", "kat", "{cells}/uL",
        "ug/kg/h", "mm3", "[degF]", "Cel", "nmol/mg{prot}", "a", "cm[H2O]/L/s", "J/(kg.K)", "1/(m.s)", "(m/s)2", "[lb_av]/[in_i]2"
    })
    void theCanonicalFormIsThatOfTheLibrary(String unit) throws Exception {
        UcumEssenceService library = new UcumEssenceService(UcumService.class.getResourceAsStream("/ucum-essence.xml"));
        String expected;
        try {
            expected = library.getCanonicalUnits(unit);
        } catch (UcumException e) {
            expected = null;
        }
        assertThat(new BaseUnits(library.getModel()).of(unit)).isEqualTo("".equals(expected) ? "1" : expected);
    }

    @Test
    void aUnitOnAScaleOfItsOwnHasNoCanonicalForm() {
        CodeSystemVersion more = with("Cel");
        assertThat(more.properties(more.locate("Cel"))).isEmpty();
    }

    @Test
    void itTellsWhereAUnitBreaksTheGrammarCountingFromOne() {
        assertThat(ucum.whyNoExpression("kgXX"))
                .isEqualTo(Message.of("unit-malformed", "kgXX", "The unit 'kgXX' is unknown", "1"));
        assertThat(ucum.whyNoExpression("a b"))
                .isEqualTo(Message.of("unit-malformed", "a b", "unexpected character ' '", "2"));
        assertThat(ucum.whyNoExpression("(".repeat(100_000))).isEqualTo(Message.of("unit-too-long", "500"));
        assertThat(ucum.whyNoExpression("kg")).isNull();
    }
}
