package no.normverk.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.normverk.authoring.AuthoringException;
import no.normverk.authoring.AuthoringProblem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueReaderTest {

    private static final String MINIMAL = """
            key: epikrise-1.2
            title: Epikrise v1.2
            sources:
              - title: Produktsiden
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private CatalogueReader reader;

    @BeforeEach
    void readTheVocabularies() {
        reader = new CatalogueReader(ShippedCatalogue.vocabularies());
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private List<AuthoringProblem> problems() {
        AuthoringException refused = catchThrowableOfType(AuthoringException.class, () -> reader.read(folder));
        assertThat(refused).as("the folder is refused").isNotNull();
        return refused.problems();
    }

    /** Reads one file with these lines after the minimal ones, which end on line 4, and expects one problem. */
    private AuthoringProblem problemWith(String lines) throws IOException {
        write("epikrise-1.2.yaml", MINIMAL + lines);
        List<AuthoringProblem> problems = problems();
        assertThat(problems).hasSize(1);
        return problems.getFirst();
    }

    @Test
    void aProductNeedsOnlyKeyTitleAndSource() throws IOException {
        write("epikrise-1.2.yaml", MINIMAL);
        NormativeProduct product = reader.read(folder).find("epikrise-1.2").orElseThrow();
        assertThat(product.title().nb()).isEqualTo("Epikrise v1.2");
        assertThat(product.level()).isEmpty();
        assertThat(product.obligations()).isEmpty();
    }

    @Test
    void everyFieldIsRead() throws IOException {
        write("henvisning-1.0.yaml", MINIMAL.replace("epikrise-1.2", "henvisning-1.0"));
        write("epikrise-1.2.yaml", MINIMAL.replace("title: Epikrise v1.2", "title: {nb: Epikrise, nn: Epikrise, en: Discharge summary}") + """
                description: Epikrise ved utskriving.
                version: 1.2
                level: obligatorisk-standard
                documentType: HIS
                lifecycle: aktiv
                publisher: Utgiver
                identifiers: [HIS 80226:2014, HIS 1153-1:2016]
                otherNames: Epikrisemelding
                topic: henvisning-epikrise-dialog
                underlyingStandard: xml
                eifLayer: [semantisk]
                published: 2014
                updated: 2023-09
                withdrawn: 2030-01-02
                revisions:
                  - {date: 2023-09, kind: errata, text: Rettet}
                profileOf: henvisning-1.0
                replaces: [henvisning-1.0]
                address: https://www.helsedirektoratet.no/standarder/epikrise-v1.2
                formerAddresses: https://www.ehelse.no/standarder/epikrise
                obligations:
                  - id: plan
                    actor: fastleger
                    direction: motta
                    level: anbefalt-standard
                    mayFrom: 2014
                    mustFrom: {unknown: Ikke bestemt}
                  - id: forskrift
                    actor: fastleger
                    direction: motta
                    level: obligatorisk-standard
                    mustFrom: 2015-09-01
                    until: 2020
                    alternativeGroup: gruppe
                    condition: Når det passer.
                    legalBasis: {regulation: Forskriften, reference: FOR-1, section: 6, number: 3, letter: a, inForceFrom: 2015-09-01}
                    decidedBy: Departementet
                    decidedOn: 2015-07-01
                    supersedes: plan
                    note: Merknad.
                    verified: false
                unverified:
                  lifecycle: Ikke oppgitt.
                """);
        NormativeProduct product = reader.read(folder).find("epikrise-1.2").orElseThrow();
        assertThat(product.title().en()).hasValue("Discharge summary");
        assertThat(product.version()).hasValue("1.2");
        assertThat(product.identifiers()).hasSize(2);
        assertThat(product.revisions().getFirst().kind()).hasValue(RevisionKind.ERRATA);
        assertThat(product.formerAddresses()).hasSize(1);
        assertThat(product.unverified()).containsEntry("lifecycle", "Ikke oppgitt.");
        Obligation plan = product.obligations().getFirst();
        assertThat(plan.mustFrom()).hasValue(new Deadline.Unknown("Ikke bestemt"));
        assertThat(plan.verified()).isTrue();
        Obligation forskrift = product.obligations().getLast();
        assertThat(forskrift.supersedes()).containsExactly("plan");
        assertThat(forskrift.legalBasis().orElseThrow().citation()).isEqualTo("Forskriften § 6 bokstav a nr. 3");
        assertThat(forskrift.verified()).isFalse();
    }

    @Test
    void anUnknownFieldIsRefused() throws IOException {
        AuthoringProblem problem = problemWith("levl: veileder\n");
        assertThat(problem.file()).endsWith("epikrise-1.2.yaml");
        assertThat(problem.line()).isEqualTo(5);
        assertThat(problem.field()).isEqualTo("levl");
        assertThat(problem.expected()).contains("level");
    }

    @Test
    void anUnknownFieldInsideAnObligationIsNamedByItsPath() throws IOException {
        AuthoringProblem problem = problemWith("""
                obligations:
                  - {id: a, actor: fastleger, direction: motta, level: veileder}
                  - id: b
                    actor: fastleger
                    direction: motta
                    level: veileder
                    musFrom: 2020
                """);
        assertThat(problem.line()).isEqualTo(11);
        assertThat(problem.field()).isEqualTo("obligations[2].musFrom");
    }

    @Test
    void aCodeOutsideAClosedVocabularyIsRefusedWithTheValidOnes() throws IOException {
        AuthoringProblem problem = problemWith("level: påbudt\n");
        assertThat(problem.line()).isEqualTo(5);
        assertThat(problem.found()).isEqualTo("'påbudt'");
        assertThat(problem.expected()).isEqualTo("one of veileder, retningslinje, anbefalt-standard, obligatorisk-standard");
    }

    @Test
    void anActorThatNoCodeSystemHasIsRefused() throws IOException {
        AuthoringProblem problem = problemWith("""
                obligations:
                  - id: a
                    actor: sjukehus
                    direction: motta
                    level: veileder
                """);
        assertThat(problem.line()).isEqualTo(7);
        assertThat(problem.field()).isEqualTo("obligations[1].actor");
        assertThat(problem.toString()).contains("'sjukehus'", "CodeSystem aktor");
    }

    @Test
    void aTopicThatNoCodeSystemHasIsRefused() throws IOException {
        assertThat(problemWith("topic: [e-resept, ukjent]\n").found()).isEqualTo("'ukjent'");
    }

    @Test
    void aDateThatDoesNotExistIsRefused() throws IOException {
        AuthoringProblem problem = problemWith("published: 2021-02-30\n");
        assertThat(problem.line()).isEqualTo(5);
        assertThat(problem.expected()).contains("YYYY-MM-DD");
    }

    @Test
    void anEndBeforeItsBeginningIsRefused() throws IOException {
        AuthoringProblem problem = problemWith("""
                obligations:
                  - {id: a, actor: fastleger, direction: motta, level: veileder, mustFrom: 2021-07-01, until: 2020}
                """);
        assertThat(problem.field()).isEqualTo("obligations[1].until");
        assertThat(problem.expected()).contains("2021-07-01");
    }

    @Test
    void anIdentifierInAnotherSpellingIsRefused() throws IOException {
        assertThat(problemWith("identifiers: [HIS80226]\n").expected()).contains("HIS 80822:2014");
    }

    @Test
    void anAddressThatIsNoWebAddressIsRefused() throws IOException {
        assertThat(problemWith("address: helsedirektoratet.no\n").expected()).isEqualTo("a web address");
    }

    @Test
    void theSameFieldTwiceIsRefused() throws IOException {
        AuthoringProblem problem = problemWith("level: veileder\nlevel: retningslinje\n");
        assertThat(problem.line()).isEqualTo(6);
        assertThat(problem.expected()).isEqualTo("each field once");
    }

    @Test
    void missingFieldsAreAllNamed() throws IOException {
        write("epikrise-1.2.yaml", "level: veileder\nobligations:\n  - actor: fastleger\n");
        assertThat(problems()).extracting(AuthoringProblem::field).containsExactlyInAnyOrder(
                "key", "title", "sources", "obligations[1].id", "obligations[1].direction", "obligations[1].level");
    }

    @Test
    void anEmptyFieldIsRefused() throws IOException {
        assertThat(problemWith("publisher:\n").found()).isEqualTo("nothing");
    }

    @Test
    void aListWhereATextBelongsIsRefused() throws IOException {
        assertThat(problemWith("publisher: [a, b]\n").found()).isEqualTo("a list");
    }

    @Test
    void aTextWhereFieldsBelongIsRefused() throws IOException {
        assertThat(problemWith("revisions: rettet\n").expected()).isEqualTo("fields");
    }

    @Test
    void theKeyMustBeTheNameOfTheFile() throws IOException {
        write("epikrise.yaml", MINIMAL);
        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(1);
            assertThat(problem.found()).isEqualTo("'epikrise-1.2'");
            assertThat(problem.expected()).contains("'epikrise'");
        });
    }

    @Test
    void twoFilesWithOneKeyAreRefused() throws IOException {
        Path first = write("a/epikrise-1.2.yaml", MINIMAL);
        write("b/epikrise-1.2.yaml", MINIMAL);
        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).contains("b");
            assertThat(problem.field()).isEqualTo("key");
            assertThat(problem.expected()).contains(first.toString());
        });
    }

    @Test
    void aReferenceToNoProductIsRefused() throws IOException {
        AuthoringProblem problem = problemWith("replaces:\n  - epikrise-1.1\n");
        assertThat(problem.line()).isEqualTo(6);
        assertThat(problem.field()).isEqualTo("replaces");
        assertThat(problem.found()).isEqualTo("'epikrise-1.1'");
        assertThat(problemWith("profileOf: [epikrise-1.1]\n").field()).isEqualTo("profileOf");
    }

    @Test
    void aProductCannotReplaceItself() throws IOException {
        assertThat(problemWith("replaces: [epikrise-1.2]\n").expected()).contains("another product");
    }

    @Test
    void anObligationCannotTakeThePlaceOfOneThatIsNotThere() throws IOException {
        assertThat(problemWith("""
                obligations:
                  - {id: a, actor: fastleger, direction: motta, level: veileder, supersedes: b}
                """).found()).isEqualTo("'b'");
    }

    @Test
    void twoObligationsWithOneIdAreRefused() throws IOException {
        assertThat(problemWith("""
                obligations:
                  - {id: a, actor: fastleger, direction: motta, level: veileder}
                  - {id: a, actor: fastleger, direction: sende, level: veileder}
                """).line()).isEqualTo(7);
    }

    @Test
    void anUnverifiedFieldMustBeOneOfTheFields() throws IOException {
        assertThat(problemWith("unverified:\n  nivå: Usikkert\n").field()).isEqualTo("unverified.nivå");
    }

    @Test
    void malformedYamlIsRefusedWithItsLine() throws IOException {
        AuthoringProblem problem = problemWith("level: [veileder\npublisher: x\n");
        assertThat(problem.line()).isGreaterThan(4);
        assertThat(problem.expected()).isEqualTo("well-formed YAML");
    }

    @Test
    void anEmptyFileAndAFileThatIsAListAreRefused() throws IOException {
        write("a.yaml", "");
        write("b.yaml", "- key: b\n");
        assertThat(problems()).extracting(AuthoringProblem::expected).containsExactly("fields", "fields");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() throws IOException {
        Files.write(folder.resolve("a.yaml"), "key: a\ntitle: Målarkitektur\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(problems()).singleElement().satisfies(problem -> assertThat(problem.expected()).isEqualTo("UTF-8 text"));
    }

    @Test
    void theOtherEndingIsNotSilentlyPassedOver() throws IOException {
        write("epikrise-1.2.yml", MINIMAL);
        assertThat(problems()).singleElement().satisfies(problem -> assertThat(problem.expected()).contains(".yaml"));
    }

    @Test
    void problemsOfAllFilesAreToldTogether() throws IOException {
        write("a.yaml", "key: a\ntitle: A\nlevel: x\nsources: [{title: Kilde}]\n");
        write("b.yaml", "key: b\ntitle: B\nlifecycle: y\nsources: [{title: Kilde}]\n");
        assertThatThrownBy(() -> reader.read(folder))
                .isInstanceOf(AuthoringException.class)
                .hasMessageContaining("a.yaml:3: level: found 'x'")
                .hasMessageContaining("b.yaml:3: lifecycle: found 'y'");
    }

    @Test
    void otherFilesInTheFolderAreLeftAlone() throws IOException {
        write("README.md", "# Katalogen");
        write("product.schema.json", "{}");
        assertThat(reader.read(folder).products()).isEmpty();
    }

    @Test
    void whatAProductBindsIsReadWithItsKindAndVersion() throws IOException {
        write("epikrise-1.2.yaml", MINIMAL + """
                managementPhase: vedlikeholde
                binds:
                  - codeSystem: urn:oid:2.16.578.1.12.4.1.1.9101
                    note: Legemiddelbruk
                  - profile: http://hl7.no/fhir/StructureDefinition/no-basis-Patient
                    version: '2.2'
                """);
        NormativeProduct product = reader.read(folder).find("epikrise-1.2").orElseThrow();
        assertThat(product.phase()).hasValue(ManagementPhase.VEDLIKEHOLDE);
        assertThat(product.binds()).extracting(BoundContent::kind).containsExactly(BoundContent.Kind.CODE_SYSTEM, BoundContent.Kind.STRUCTURE_DEFINITION);
        assertThat(product.binds()).extracting(BoundContent::reference)
                .containsExactly("urn:oid:2.16.578.1.12.4.1.1.9101", "http://hl7.no/fhir/StructureDefinition/no-basis-Patient|2.2");
    }

    @Test
    void whatAProductBindsIsOneThingByItsCanonical() throws IOException {
        assertThat(problemWith("binds:\n  - note: ingenting\n"))
                .hasToString(folder.resolve("epikrise-1.2.yaml") + ":6: binds[1].binds: found no content, expected one of codeSystem, valueSet, conceptMap, profile");
        assertThat(problemWith("binds:\n  - codeSystem: 9101\n").expected()).isEqualTo("a canonical URL without a version");
        assertThat(problemWith("binds:\n  - codeSystem: http://example.org/a|1\n").expected()).isEqualTo("a canonical URL without a version");
        assertThat(problemWith("binds:\n  - {codeSystem: 'urn:a', valueSet: 'urn:b'}\n").found()).isEqualTo("several in one entry");
    }

    @Test
    void whatMayBeginMustNotBeginOrEndBeforeIt() throws IOException {
        String obligation = """
                obligations:
                  - id: a
                    actor: fastleger
                    direction: sende
                    level: anbefalt-standard
                    mayFrom: 2021-07-02
                """;
        assertThat(problemWith(obligation + "    mustFrom: 2021-07-01\n").toString())
                .endsWith(":11: obligations[1].mustFrom: found '2021-07-01', expected a date not before mayFrom, 2021-07-02");
        assertThat(problemWith(obligation + "    until: 2021-07-01\n").toString())
                .endsWith(":11: obligations[1].until: found '2021-07-01', expected a date not before mayFrom, 2021-07-02");
    }
}
