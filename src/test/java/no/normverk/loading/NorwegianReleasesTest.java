package no.normverk.loading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.normverk.SharedMaterial;
import no.normverk.fhir.definition.RegistryAssembler;
import no.normverk.fhir.resource.ResourceDocument;
import no.normverk.store.ResourceStore;
import no.normverk.store.StoredResource;
import no.normverk.terminology.Registry;
import no.normverk.terminology.validity.Day;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real releases, which are not part of the project: a folder beside it holds them where there is one. */
class NorwegianReleasesTest {
    private static final Path RELEASES = SharedMaterial.path("data/norway");

    @TempDir
    Path data;

    @BeforeEach
    void releasesAreThere() {
        SharedMaterial.require("Norwegian releases", "data/norway");
    }

    @Test
    void diagnosekoderHas19634CodesOfIcd10And708OfIcpc2() throws IOException {
        Path folder = RELEASES.resolve("diagnosekoder");
        LoadReport report = load("1.2026.0", folder.resolve("ICD10.json"), folder.resolve("ICPC2.json"));
        assertThat(report.added()).isEqualTo(2);
        try (ResourceStore store = ResourceStore.open(data)) {
            List<StoredResource> stored = store.current();
            assertThat(stored).extracting(StoredResource::id).containsExactly("icd10-1.2026.0", "icpc2-1.2026.0");
            assertThat(codes(stored.getFirst())).hasSize(19_634).contains("A00.0", "V0n0a", "A33");
            assertThat(codes(stored.getLast())).hasSize(708).contains("R991");
        }
    }

    @Test
    void thePackageNoKodeverkHas34CodeSystems() {
        LoadReport report = load(null, RELEASES.resolve("fhir-packages/hl7.fhir.no.kodeverk.tgz"));
        assertThat(report.files().getFirst().types()).containsEntry("CodeSystem", 34L).containsEntry("NamingSystem", 4L);
    }

    @Test
    void allNorwegianPackagesLoadTogetherAndASecondTimeDoNothing() {
        Path[] packages = {
            RELEASES.resolve("fhir-packages/hl7.fhir.no.basis.tgz"),
            RELEASES.resolve("fhir-packages/nilar.tgz"),
            RELEASES.resolve("fhir-packages/no-domain-vitalsigns.tgz")
        };
        assertThat(load(null, packages).added()).isEqualTo(180);
        assertThat(load(null, packages).changesNothing()).isTrue();
    }

    @Test
    void theSevenAdministrativeListsLoadAsAFolderWithTheirCodesCounted() {
        LoadReport report = load(null, RELEASES.resolve("fat-api-json"));
        assertThat(report.files()).extracting(file -> Path.of(file.file()).getFileName() + " " + file.description().replaceFirst(".*, ", ""))
                .containsExactly("1101.json 2 codes", "1102.json 3 codes", "1103.json 3 codes", "7403.json 291 codes", "7421.json 6 codes",
                        "7426.json 55 codes", "8603.json 10 codes");
        assertThat(report.files()).allSatisfy(file -> assertThat(file.warnings()).isEmpty());
        assertThat(report.added()).isEqualTo(7);
        try (ResourceStore store = ResourceStore.open(data)) {
            assertThat(store.current()).extracting(StoredResource::url).allMatch(url -> String.valueOf(url).startsWith("http://helsedir.no/fhir/CodeSystem/no-kodeverk-"));
        }
    }

    /** The package of HL7 Norway has one of them too, under the same address with a version of its own. */
    @Test
    void aListOfTheDirectorateAnswersBeforeTheSameListInThePackageAndForDaysFromItsFirst() {
        load(null, RELEASES.resolve("fhir-packages/hl7.fhir.no.kodeverk.tgz"), RELEASES.resolve("fat-api-json"));
        try (ResourceStore store = ResourceStore.open(data)) {
            Registry registry = RegistryAssembler.assemble(store.current(), List.of(), List.of());
            String list = "http://helsedir.no/fhir/CodeSystem/no-kodeverk-1101";
            assertThat(registry.codeSystem(list, null)).extracting(system -> system.header().version()).isEqualTo("1.0.0");
            assertThat(registry.codeSystem("urn:oid:2.16.578.1.12.4.1.1.1101", null)).isNotNull();
            assertThat(registry.on(new Day(LocalDate.parse("2010-01-01"), true)).codeSystem(list, null)).as("in force since 2003, though its status changed in 2020")
                    .extracting(system -> system.header().version()).isEqualTo("1.0.0");
        }
    }

    private LoadReport load(@Nullable String version, Path... files) {
        try (ResourceStore store = ResourceStore.open(data)) {
            return loader(store).load(new LoadRequest(List.of(files), version, null, "me"));
        }
    }

    private static Loader loader(ResourceStore store) {
        return new Loader(store, List.of(), resource -> Optional.empty(), Clock.systemUTC(), Progress.NONE);
    }

    private static List<String> codes(StoredResource codeSystem) throws IOException {
        List<String> codes = new ArrayList<>();
        collect(ResourceDocument.MAPPER.readTree(codeSystem.json()), codes);
        return codes;
    }

    private static void collect(JsonNode node, List<String> codes) {
        for (JsonNode concept : node.path("concept")) {
            codes.add(concept.path("code").asText());
            collect(concept, codes);
        }
    }
}
