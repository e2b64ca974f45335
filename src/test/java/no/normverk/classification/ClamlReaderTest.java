package no.normverk.classification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.Value;
import org.junit.jupiter.api.Test;

/** A made-up classification in ClaML. */
class ClamlReaderTest {
    private static final String CLASSES = """
            <Class code="I" kind="chapter"><SubClass code="Z90-Z99"/><Rubric kind="preferred"><Label xml:lang="en">Ailments</Label></Rubric></Class>
            <Class code="Z90-Z99" kind="block"><SuperClass code="I"/><SubClass code="Z90"/><SubClass code="Z91"/>
              <Rubric kind="preferred"><Label>Minor ailments</Label></Rubric></Class>
            <Class code="Z90" kind="category" usage="dagger"><SuperClass code="Z90-Z99"/><ModifiedBy code="M1"/>
              <Rubric kind="preferred"><Label>Sneezing <Reference usage="aster" code="Z80.1">Z80.1*</Reference></Label></Rubric>
              <Rubric kind="inclusion"><Label>Nose
                trouble</Label></Rubric>
              <Rubric kind="exclusion"><Label>Coughing</Label></Rubric>
              <Rubric kind="coding-hint"><Label><Para>Only once</Para><Para>a day</Para></Label></Rubric></Class>
            <Class code="Z91" kind="category"><SuperClass code="Z90-Z99"/><ModifiedBy code="M1"><ValidModifierClass code="1"/></ModifiedBy>
              <Rubric kind="preferred"><Label>Yawning</Label></Rubric></Class>
            """;

    private static Classification read(String classes) throws ClassificationException {
        return ClamlReader.read(("""
                <?xml version="1.0" encoding="UTF-8"?><!DOCTYPE ClaML SYSTEM "ClaML.dtd">
                <ClaML version="2.0.0"><Meta name="lang" value="en"/><Identifier authority="x" uid="1.2.3.99"/>
                <Title date="2031-02-03" name="ICD-99" version="2031">Ailments of the world</Title>
                <Modifier code="M1"><SubClass code="0"/><SubClass code="1"/></Modifier>
                <ModifierClass code="0" modifier="M1"><SuperClass code="M1"/><Rubric kind="preferred"><Label>by day</Label></Rubric></ModifierClass>
                <ModifierClass code="1" modifier="M1"><SuperClass code="M1"/><Rubric kind="preferred"><Label>by night</Label></Rubric></ModifierClass>
                """ + classes + "</ClaML>").getBytes(UTF_8), null);
    }

    @Test
    void classesKeepTheirPlaceAndModifiersMakeCodesBelowThem() throws ClassificationException {
        Classification all = read(CLASSES);
        assertThat(all.header().url()).isEqualTo("urn:oid:1.2.3.99");
        assertThat(all.header().version()).isEqualTo("2031");
        assertThat(all.concepts()).extracting(ClassificationConcept::code).containsExactly("I", "Z90-Z99", "Z90", "Z90.0", "Z90.1", "Z91", "Z91.1");
        assertThat(all.concepts()).extracting(ClassificationConcept::parent).containsExactly(null, "I", "Z90-Z99", "Z90", "Z90", "Z90-Z99", "Z91");
        assertThat(all.concepts().get(3).display()).isEqualTo("Sneezing (Z80.1*) : by day");
        assertThat(all.facts().counts()).containsEntry("classes", 4).containsEntry("made by modifiers", 3);
    }

    @Test
    void whosOwnIcd10IsTheOneThatFhirNames() throws ClassificationException {
        String start = "<ClaML><Identifier authority='%s' uid='none-yet'/><Title date='2031-02-03' name='%s'>T</Title>"
                + "<Class code='Z90'><Rubric kind='preferred'><Label>Sneezing</Label></Rubric></Class></ClaML>";
        assertThat(ClamlReader.read(start.formatted("WHO", "ICD-10-EN-2031").getBytes(UTF_8), null).header().url()).isEqualTo("http://hl7.org/fhir/sid/icd-10");
        assertThat(ClamlReader.read(start.formatted("WHO", "ICF").getBytes(UTF_8), null).header().url()).isEqualTo("http://normverk.no/fhir/CodeSystem/claml-icf");
        assertThat(ClamlReader.read(start.formatted("x", "ICD-10").getBytes(UTF_8), null).header().url()).isEqualTo("http://normverk.no/fhir/CodeSystem/claml-icd10");
    }

    @Test
    void rubricsBecomeDesignationsAndProperties() throws ClassificationException {
        ClassificationConcept sneezing = read(CLASSES).concepts().get(2);
        assertThat(sneezing.designations()).singleElement().satisfies(text -> {
            assertThat(text.value()).isEqualTo("Nose trouble");
            assertThat(text.use()).extracting("code").isEqualTo("inclusion");
        });
        assertThat(sneezing.properties()).contains(
                new ConceptProperty("usage", new Value.Code("dagger")),
                new ConceptProperty("exclusion", new Value.Text("Coughing")),
                new ConceptProperty("coding-hint", new Value.Text("Only once a day")),
                new ConceptProperty("asterCode", new Value.Text("Z80.1")));
    }

    @Test
    void whatContradictsItselfIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> read(CLASSES + "<Class code=\"Z91\"/>"))
                .isInstanceOfSatisfying(ClassificationException.class, e -> {
                    assertThat(e).hasMessageContaining("The code 'Z91' is in line");
                    assertThat(e.line()).isGreaterThan(6);
                });
        assertThatThrownBy(() -> read(CLASSES.replace("code=\"Z91\" kind", "kind"))).hasMessageContaining("<Class> without the attribute 'code'");
        assertThatThrownBy(() -> read(CLASSES + "<Class code=\"Z\">")).hasMessageContaining("Not well-formed XML");
        assertThatThrownBy(() -> read(CLASSES.replace("Yawning", ""))).hasMessageContaining("'Z91' has no rubric of kind 'preferred'");
    }
}
