package no.normverk.classification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Icd10LineageTest {

    private static final String NORWEGIAN = "urn:oid:2.16.578.1.12.4.1.1.7110";

    private final Icd10Lineage lineage = new Icd10Lineage();

    @Test
    void eachCharacterBeyondTheCategorySubdivides() {
        assertThat(lineage.broaderCodes(NORWEGIAN, "M06.89")).containsExactly("M06.8", "M06");
        assertThat(lineage.broaderCodes(Icd10Lineage.WHO, "A00.0")).containsExactly("A00");
        assertThat(lineage.broaderCodes(NORWEGIAN, "M0689")).containsExactly("M068", "M06");
        assertThat(lineage.broaderCodes(NORWEGIAN, "V0n0a")).containsExactly("V0n0", "V0n");
        assertThat(lineage.broaderCodes(NORWEGIAN, "A00")).isEmpty();
    }

    @Test
    void otherSystemsAndWhatIsNoCodeAreLeftAlone() {
        assertThat(lineage.broaderCodes("http://x.no/other", "M06.89")).isEmpty();
        assertThat(lineage.broaderCodes("http://hl7.org/fhir/sid/icd-10-pcs", "0DTJ4ZZ")).isEmpty();
        assertThat(lineage.broaderCodes(NORWEGIAN, "A00-A09")).isEmpty();
        assertThat(lineage.broaderCodes(NORWEGIAN, "XIV")).isEmpty();
        assertThat(lineage.chapter("http://x.no/other", "A00")).isNull();
        assertThat(lineage.chapter(NORWEGIAN, "no code")).isNull();
    }

    @Test
    void aCodeIsWrittenWithAndWithoutItsDotAndInEitherCase() {
        assertThat(lineage.otherSpellings(NORWEGIAN, "A00.9")).containsExactly("a00.9", "A009", "a009");
        assertThat(lineage.otherSpellings(Icd10Lineage.WHO, "A009")).contains("A00.9");
        assertThat(lineage.otherSpellings(NORWEGIAN, "A00")).containsExactly("a00");
        assertThat(lineage.otherSpellings(NORWEGIAN, "V0n0a")).contains("V0N0A");
        assertThat(lineage.otherSpellings(NORWEGIAN, "A00-A09")).isEmpty();
        assertThat(lineage.otherSpellings("http://x.no/other", "A00.9")).isEmpty();
    }

    @Test
    void theNorwegianEditionIsMadeFromWhosOne() {
        assertThat(lineage.base(NORWEGIAN)).isEqualTo(Icd10Lineage.WHO);
        assertThat(lineage.base("http://hl7.org/fhir/sid/icd-10-no")).isEqualTo(Icd10Lineage.WHO);
        assertThat(lineage.base(Icd10Lineage.WHO)).isNull();
        assertThat(lineage.base("http://hl7.org/fhir/sid/icd-10-cm")).isNull();
    }

    @Test
    void aChapterIsToldFromTheFirstCharacters() {
        assertThat(lineage.chapter(NORWEGIAN, "A00.0")).isEqualTo("I");
        assertThat(lineage.chapter(NORWEGIAN, "D48.9")).isEqualTo("II");
        assertThat(lineage.chapter(NORWEGIAN, "D50")).isEqualTo("III");
        assertThat(lineage.chapter(NORWEGIAN, "H59.9")).isEqualTo("VII");
        assertThat(lineage.chapter(NORWEGIAN, "H60")).isEqualTo("VIII");
        assertThat(lineage.chapter(NORWEGIAN, "T4n")).isEqualTo("XIX");
        assertThat(lineage.chapter(NORWEGIAN, "V0n0a")).isEqualTo("XX");
        assertThat(lineage.chapter(NORWEGIAN, "U07.1")).isEqualTo("XXII");
    }
}
