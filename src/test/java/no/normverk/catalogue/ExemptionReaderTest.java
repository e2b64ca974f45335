package no.normverk.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import no.normverk.authoring.AuthoringException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExemptionReaderTest {

    private static final String HEAD = """
            key: unntak
            provision:
              regulation: Forskriften
              section: '6'
            published: true
            sources:
              - title: Oversikten
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private List<AuthoredExemption> read(String lines) throws IOException {
        Files.writeString(folder.resolve("unntak.yaml"), HEAD + lines);
        return new ExemptionReader(ShippedCatalogue.vocabularies().actors(), Set.of("henvisning-1.0")).read(folder);
    }

    private List<String> problems(String lines) {
        AuthoringException refused = catchThrowableOfType(AuthoringException.class, () -> read(lines));
        assertThat(refused).as("the folder is refused").isNotNull();
        String file = folder.resolve("unntak.yaml") + ":";
        return refused.problems().stream().map(problem -> problem.toString().replace(file, "")).toList();
    }

    @Test
    void whoMayDepartFromWhatAndUntilWhenIsRead() throws IOException {
        AuthoredExemption read = read("""
                organisation: {number: '983971636', name: Akershus universitetssykehus HF}
                products: [henvisning-1.0]
                direction: motta
                from: 2018-01
                until: 2018-12-31
                """).getFirst();
        assertThat(read.published()).isTrue();
        assertThat(read.exemption().organisation()).hasValueSatisfying(one -> assertThat(one.number()).isEqualTo("983971636"));
        assertThat(read.exemption().products()).containsExactly("henvisning-1.0");
        assertThat(read.exemption().direction()).hasValue(Direction.MOTTA);
    }

    @Test
    void aNumberWhoseCheckDigitIsWrongIsRefused() {
        assertThat(problems("organisation: {number: '983971637', name: Noen}\n"))
                .containsExactly("8: organisation.number: found '983971637', expected " + OrganisationNumber.EXPECTED);
    }

    @Test
    void aProductThatTheCatalogueDoesNotHaveIsRefused() {
        assertThat(problems("actors: [fastleger]\nproducts: [henvisning-9]\n"))
                .containsExactly("9: products: found 'henvisning-9', expected the key of a product of the catalogue");
    }

    @Test
    void anExemptionDoesNotEndBeforeItBegins() {
        assertThat(problems("actors: [fastleger]\nfrom: 2019-01-01\nuntil: 2018-12-31\n"))
                .containsExactly("10: until: found '2018-12-31', expected a date not before from, 2019-01-01");
    }

    @Test
    void itIsOfOneOrganisationOrOfKindsOfOrganisation() {
        assertThat(problems("direction: motta\n")).singleElement().asString().contains("either one organisation or kinds of organisation");
        assertThat(problems("actors: [legekontor]\n")).singleElement().asString().contains("'legekontor'").contains("a code of CodeSystem aktor");
    }
}
