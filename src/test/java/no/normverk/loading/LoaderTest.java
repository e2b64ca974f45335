package no.normverk.loading;

import static no.normverk.loading.Archives.R4_MANIFEST;
import static no.normverk.loading.Archives.codeSystem;
import static no.normverk.loading.Archives.valueSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.normverk.fhir.resource.ResourceDocument;
import no.normverk.store.ResourceStore;
import no.normverk.store.StoreException;
import no.normverk.store.StoredResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoaderTest {
    private static final Verification NO_OBJECTION = resource -> Optional.empty();

    @TempDir
    Path directory;

    private ResourceStore store;

    @BeforeEach
    void open() {
        store = ResourceStore.open(directory.resolve("data"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aJsonResourceIsKeptAsItCame() throws IOException {
        load(file("cs.json", """
                {"resourceType": "CodeSystem", "id": "a", "meta": {"versionId": "17", "tag": [{"code": "x"}]}, "url": "http://example.org/a",
                 "status": "draft", "content": "complete",
                 "concept": [{"code": "one", "property": [{"code": "weight", "valueDecimal": 1.50}]}]}"""));
        StoredResource stored = only();
        assertThat(stored.status()).isEqualTo("draft");
        assertThat(new String(stored.json(), StandardCharsets.UTF_8)).contains("\"valueDecimal\":1.50");
        JsonNode meta = json(stored).path("meta");
        assertThat(meta.path("versionId").asText()).isEqualTo("1");
        assertThat(meta.path("lastUpdated").asText()).isEqualTo(stored.lastUpdated().toString());
        assertThat(meta.path("tag").path(0).path("code").asText()).isEqualTo("x");
    }

    @Test
    void anXmlResourceIsTheSameAsItsJson() throws IOException {
        load(file("cs.xml", """
                <CodeSystem xmlns="http://hl7.org/fhir"><id value="a"/><url value="http://example.org/a"/><version value="1"/>
                <status value="active"/><content value="complete"/><concept><code value="x"/></concept></CodeSystem>"""));
        LoadReport again = load(file("cs.json", codeSystem("a", "http://example.org/a", "1", "x")));
        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(again.changesNothing()).isTrue();
    }

    @Test
    void aBundleGivesItsResourcesAndTellsWhatItLeavesOut() throws IOException {
        LoadReport report = load(file("bundle.json", "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"resource\":"
                + valueSet("a", "http://example.org/a") + "},{\"resource\":{\"resourceType\":\"Patient\"}}]}"));
        assertThat(report.files().getFirst().types()).containsOnlyKeys("ValueSet");
        assertThat(report.files().getFirst().leftOut()).containsEntry("Patient (a type that is not kept)", 1);
    }

    @Test
    void resourcesMayFollowOneAnotherInOneFile() throws IOException {
        load(file("all.ndjson", valueSet("a", "http://example.org/a") + "\n" + valueSet("b", "http://example.org/b") + "\n"));
        assertThat(store.current()).hasSize(2);
    }

    @Test
    void aFolderGivesEveryFileThatIsRecognisedAndTellsOfTheRest() throws IOException {
        Files.createDirectories(directory.resolve("all/sets"));
        file("all/sets/a.json", valueSet("a", "http://example.org/a"));
        file("all/b.json", valueSet("b", "http://example.org/b"));
        file("all/notes.txt", "for people");
        LoadReport report = load(directory.resolve("all"));
        assertThat(store.current()).extracting(StoredResource::id).containsExactlyInAnyOrder("a", "b");
        assertThat(report.files().getLast().leftOut()).containsEntry("not recognised", 1);
        assertThat(report.files().getLast().notes()).singleElement().asString().startsWith("notes.txt: ");
    }

    @Test
    void aPackageGivesWhatLiesRightBelowPackage() throws IOException {
        LoadReport report = load(Archives.tgz(
                directory.resolve("p.tgz"),
                "package/package.json",
                R4_MANIFEST,
                "package/.index.json",
                "{\"index-version\": 1}",
                "package/ValueSet-a.json",
                valueSet("a", "http://example.org/a"),
                "package/ImplementationGuide-p.json",
                "{\"resourceType\": \"ImplementationGuide\"}",
                "package/example/ValueSet-b.json",
                valueSet("b", "http://example.org/b")));
        assertThat(store.current()).extracting(StoredResource::id).containsExactly("a");
        assertThat(report.files().getFirst().leftOut())
                .containsEntry("ImplementationGuide (a type that is not kept)", 1)
                .containsEntry("in package/example/", 1);
    }

    @Test
    void thePackageOfDiagnosekoderGivesBothCodeSystemsInThePackagesVersion() throws IOException {
        load(diagnosekoder("1.2026.0"));
        assertThat(store.current()).extracting(StoredResource::version).containsExactly("1.2026.0", "1.2026.0");
        assertThat(store.current())
                .extracting(StoredResource::url)
                .containsExactly("urn:oid:2.16.578.1.12.4.1.1.7110", "urn:oid:2.16.578.1.12.4.1.1.7170");
        JsonNode icd10 = json(store.current().getFirst());
        assertThat(icd10.at("/concept/0/code").asText()).isEqualTo("A00");
        assertThat(icd10.at("/concept/0/concept/0/code").asText()).isEqualTo("A00.0");
        assertThat(icd10.at("/identifier/0/value").asText()).isEqualTo("http://hl7.org/fhir/sid/icd-10-no");
    }

    @Test
    void twoVersionsOfOneCodeSystemStandSideBySide() throws IOException {
        load(diagnosekoder("1.2025.0"));
        load(diagnosekoder("1.2026.0"));
        assertThat(store.current()).hasSize(4);
    }

    @Test
    void aListAloneWantsAVersionAndTakesItFromThePackageBesideIt() throws IOException {
        Path list = file("ICD10.json", "[{\"code\": \"A000\", \"text\": \"Tenkt\"}]");
        assertThatThrownBy(() -> load(list)).isInstanceOf(LoadingException.class).hasMessageContaining("--version");
        file("package.json", "{\"name\": \"@navikt/diagnosekoder\", \"version\": \"1.2026.0\"}");
        load(list);
        assertThat(only().version()).isEqualTo("1.2026.0");
    }

    @Test
    void aFinnKodeDownloadIsLoadedAsTheVersionThatIsTold() throws IOException {
        Path download = file("download.json", """
                [{"Kode": "A00.9", "Tekst_uten_lengdebegrensning": "Tenkt", "Rapporteres_til_NPR": "Ja", "Gyldig_fra": "1999-01-01T00:00:00"}]""");
        assertThatThrownBy(() -> load(download)).hasMessageContaining("--version");
        loader().load(new LoadRequest(List.of(download), "2026", null, "me"));
        assertThat(only().version()).isEqualTo("2026");
        assertThat(json(only()).at("/concept/0/property/0/valueDateTime").asText()).isEqualTo("1999-01-01");
        FhirReader.checked((ObjectNode) json(only()), Place.of("stored"));
    }

    @Test
    void loadingTheSameTwiceDoesNothingAndSaysSo() throws IOException {
        Path file = diagnosekoder("1.2026.0");
        LoadReport first = load(file);
        LoadReport second = load(file);
        assertThat(second.entry()).isEmpty();
        assertThat(second.before()).isEqualTo(first.entry());
        assertThat(store.loads()).hasSize(1);
    }

    @Test
    void anOlderStateThatIsLoadedAgainComesBack() throws IOException {
        Path one = file("one.json", codeSystem("a", "http://example.org/a", "1", "x"));
        Path two = file("two.json", codeSystem("a", "http://example.org/a", "1", "y"));
        load(one);
        load(two);
        assertThat(load(one).changed()).isEqualTo(1);
        assertThat(json(only()).at("/concept/0/code").asText()).isEqualTo("x");
        assertThat(only().versionId()).isEqualTo(3);
    }

    @Test
    void theIdFirstGivenToAUrlAndVersionStays() throws IOException {
        load(file("one.json", codeSystem("first", "http://example.org/a", "1", "x")));
        load(file("two.json", codeSystem("second", "http://example.org/a", "1", "x", "y")));
        assertThat(only().id()).isEqualTo("first");
        assertThat(only().versionId()).isEqualTo(2);
    }

    @Test
    void anIdThatAnotherResourceHasIsMadeUnique() throws IOException {
        load(file("one.json", codeSystem("a", "http://example.org/a", "1", "x")));
        load(file("two.json", codeSystem("a", "http://example.org/a", "2/beta", "x")));
        load(file("three.json", codeSystem("a", "http://example.org/other", "1", "x")));
        load(file("four.json", codeSystem("a", "http://example.org/another", "1", "x")));
        assertThat(store.current()).extracting(StoredResource::id).containsExactly("a", "a-1", "a-1-2", "a-2-beta");
    }

    @Test
    void anIdThatFhirDoesNotAllowIsMadeValid() throws IOException {
        String noId = valueSet("x", "http://example.org/ValueSet/" + "long".repeat(30) + "_name").replace("\"id\":\"x\",", "");
        load(file("one.json", noId));
        assertThat(only().id()).matches("[A-Za-z0-9\\-.]{1,64}").startsWith("longlong");
    }

    @Test
    void aLoadedResourceOfTheSameUrlAndVersionTakesTheIdOfTheBuiltInOne() throws IOException {
        load(file("one.json", codeSystem("mine", "http://hl7.org/fhir/administrative-gender", "4.0.1", "x")));
        assertThat(only().id()).isEqualTo("administrative-gender");
    }

    @Test
    void oneBadFileRefusesAllFiles() throws IOException {
        Path good = file("good.json", valueSet("a", "http://example.org/a"));
        Path bad = file("bad.json", "{\"resourceType\": \"ValueSet\",\n \"status\": ");
        assertRefused("line 2", good, bad);
    }

    @Test
    void aFailureInThePackagesSixthResourceLeavesNothing() throws IOException {
        String[] entries = new String[16];
        entries[0] = "package/package.json";
        entries[1] = R4_MANIFEST;
        for (int i = 1; i < 8; i++) {
            entries[2 * i] = "package/ValueSet-" + i + ".json";
            entries[2 * i + 1] = i == 6 ? "{\"resourceType\": \"ValueSet\", \"colour\": \"red\"}"
                    : valueSet("v" + i, "http://example.org/" + i);
        }
        assertRefused("package/ValueSet-6.json", Archives.tgz(directory.resolve("p.tgz"), entries));
    }

    @Test
    void whatTheEngineObjectsToIsRefusedWithItsPlace() throws IOException {
        Path file = file("cs.json", codeSystem("a", "http://example.org/a", "1", "x"));
        Loader loader = new Loader(
                store, List.of(), resource -> Optional.of("the code 'x' is there twice"), Clock.systemUTC(), Progress.NONE);
        assertThatThrownBy(() -> loader.load(request(file)))
                .isInstanceOf(LoadingException.class)
                .hasMessage(file + ": the code 'x' is there twice");
        assertThat(store.entries()).isEmpty();
    }

    @Test
    void aDuplicateIdInAPackageIsRefused() throws IOException {
        assertRefused(
                "package/b.json: the package holds ValueSet/a twice",
                Archives.tgz(
                        directory.resolve("p.tgz"),
                        "package/package.json",
                        R4_MANIFEST,
                        "package/a.json",
                        valueSet("a", "http://example.org/a"),
                        "package/b.json",
                        valueSet("a", "http://example.org/b")));
    }

    @Test
    void theSameUrlAndVersionWithDifferentContentInTwoFilesIsRefused() throws IOException {
        assertRefused(
                "is there twice with different content; first in",
                file("one.json", codeSystem("a", "http://example.org/a", "1", "x")),
                file("two.json", codeSystem("a", "http://example.org/a", "1", "y")));
    }

    @Test
    void aTruncatedPackageIsRefused() throws IOException {
        Path whole = diagnosekoder("1.2026.0");
        byte[] bytes = Files.readAllBytes(whole);
        Path half = directory.resolve("half.tgz");
        Files.write(half, Arrays.copyOf(bytes, bytes.length / 2));
        assertRefused("a damaged archive", half);
    }

    @Test
    void aPackageForAnotherFhirVersionIsRefused() throws IOException {
        String manifest = R4_MANIFEST.replace("4.0.1", "5.0.0");
        assertRefused("is for FHIR 5.0.0", Archives.tgz(directory.resolve("p.tgz"), "package/package.json", manifest));
    }

    @Test
    void aTypeThatIsNotServedIsRefused() throws IOException {
        assertRefused("the resource type Patient is not kept", file("p.json", "{\"resourceType\": \"Patient\"}"));
    }

    @Test
    void invalidFhirIsRefusedWithTheReason() throws IOException {
        assertRefused("Unknown element 'colour'", file("v.json", "{\"resourceType\": \"ValueSet\", \"colour\": \"red\"}"));
        assertRefused("colour", file("v.xml", "<ValueSet xmlns=\"http://hl7.org/fhir\"><colour value=\"red\"/></ValueSet>"));
    }

    @Test
    void malformedXmlIsRefusedWithLineAndColumn() throws IOException {
        assertRefused("line 2, column", file("v.xml", "<ValueSet xmlns=\"http://hl7.org/fhir\">\n <name "
                + "value='a'></nmae></ValueSet>"));
    }

    @Test
    void anXmlValueThatFhirDoesNotAllowIsRefusedWithLineAndColumn() throws IOException {
        assertRefused("line 2, column", file("v.xml", "<ValueSet xmlns=\"http://hl7.org/fhir\">\n <status "
                + "value='a'/></ValueSet>"));
    }

    @Test
    void aJsonMemberThatIsThereTwiceIsRefused() throws IOException {
        assertRefused("Duplicate field 'url'", file("v.json",
                "{\"resourceType\": \"ValueSet\", \"url\": \"a\",\n \"url\": \"b\"}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "``|the file is empty",
        "conceptId;term|neither JSON nor XML nor a known table; it begins with 'conceptId;term'",
        "{\"a\": 1}|without resourceType, so no FHIR resource; its members are [a]",
        "[1, 2]|not one of objects",
        "[{\"kode\": 1}]|objects with the members [kode]",
        "<Other version=\"2.0.0\"/>|XML whose root element is Other in no namespace",
        "PK\u0003\u0004|a damaged zip archive",
    })
    void whatIsNotRecognisedIsToldWithWhatWasSeen(String content, String why) throws IOException {
        assertRefused("not recognised: ", file("x.json", content));
        assertRefused(why, file("x.json", content));
    }

    @Test
    void aTextInUtf16IsNotTakenForABinaryFile() throws IOException {
        Path file = Files.write(directory.resolve("x.txt"), "Kode;Navn".getBytes(StandardCharsets.UTF_16));
        assertRefused("a text in UTF-16", file);
    }

    @Test
    void aKnownTableWithoutOneOfItsColumnsIsRefusedByTheColumn() throws IOException {
        assertRefused("'Norsk_bruksnavn' is missing", file("nlk_7280.1.csv", "Kode;Ugyldig i NLK fra;Komponent\nNPU1;;x\n"));
        assertRefused("'Code' is missing", file("mms.txt", "Foundation URI\tLinearization (release) URI\tTitle\tClass Kind\nhttp://x\thttp://y\tz\tcategory\n"));
    }

    @Test
    void anArchiveThatIsNoPackageIsNotRecognised() throws IOException {
        assertRefused("without package/package.json", Archives.tgz(directory.resolve("a.tgz"), "a/b.json", "{}"));
        assertRefused(
                "the npm package left-pad, which is no FHIR package",
                Archives.tgz(directory.resolve("b.tgz"), "package/package.json", "{\"name\": \"left-pad\"}"));
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        assertRefused("there is no such file", directory.resolve("nothing.json"));
    }

    @Test
    void inspectingTellsTheSameAndChangesNothing() throws IOException {
        Path file = diagnosekoder("1.2026.0");
        LoadReport inspected = loader().inspect(request(file));
        assertThat(inspected.added()).isEqualTo(2);
        assertThat(store.loads()).isEmpty();
        assertThat(load(file).files()).isEqualTo(inspected.files());
        assertThat(loader().inspect(request(file)).changesNothing()).isTrue();
    }

    @Test
    void aSecondLoadAtTheSameTimeIsRefused() throws IOException {
        Path file = file("v.json", valueSet("a", "http://example.org/a"));
        try (var running = store.directory().tryLock().orElseThrow()) {
            assertThat(running).isNotNull();
            assertThatThrownBy(() -> load(file))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("Another load is running on the data directory");
        }
        assertThat(load(file).added()).isEqualTo(1);
    }

    private void assertRefused(String reason, Path... files) {
        assertThatThrownBy(() -> load(files))
                .isInstanceOf(LoadingException.class)
                .hasMessageContaining(files[files.length - 1].toString())
                .hasMessageContaining(reason);
        assertThat(store.entries()).isEmpty();
        assertThat(store.loads()).isEmpty();
    }

    private Path diagnosekoder(String version) throws IOException {
        return Archives.tgz(
                directory.resolve("diagnosekoder-" + version + ".tgz"),
                "package/package.json",
                "{\"name\": \"@navikt/diagnosekoder\", \"version\": \"" + version + "\"}",
                "package/lib/ICD10.json",
                "[{\"code\": \"A00\", \"text\": \"Tenkt\"}, {\"code\": \"A000\", \"text\": \"Tenkt\"}, {\"code\": \"V0n0a\", "
                        + "\"text\": \"Tenkt\"}]",
                "package/lib/ICPC2.json",
                "[{\"code\": \"A01\", \"text\": \"Tenkt\"}]",
                "package/lib/index.js",
                "export {}");
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    private LoadReport load(Path... files) {
        return loader().load(request(files));
    }

    private static LoadRequest request(Path... files) {
        return new LoadRequest(List.of(files), null, null, "me");
    }

    private Loader loader() {
        return new Loader(store, List.of(), NO_OBJECTION, Clock.systemUTC(), Progress.NONE);
    }

    private StoredResource only() {
        assertThat(store.current()).hasSize(1);
        return store.current().getFirst();
    }

    private static JsonNode json(StoredResource resource) throws IOException {
        return ResourceDocument.MAPPER.readTree(resource.json());
    }
}
