package no.normverk.fhir.catalogue.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.normverk.NormverkApplication;
import no.normverk.catalogue.ShippedCatalogue;
import no.normverk.fhir.CurrentSnapshot;
import no.normverk.fhir.Snapshot;
import no.normverk.fhir.catalogue.CatalogueSearch;
import no.normverk.fhir.definition.RegistryAssembler;
import no.normverk.fhir.operation.Operations;
import no.normverk.fhir.resource.ResourceDocument;
import no.normverk.fhir.resource.SearchParameters;
import no.normverk.loading.CatalogueContent;
import no.normverk.loading.ExemptionContent;
import no.normverk.loading.RegisterContent;
import no.normverk.store.NewResource;
import no.normverk.store.StoredResource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The real server with the catalogue and the exemptions that ship with it, and one exemption that is not published, on a fixed day. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import(NormverkApplication.class)
class CatalogueServer {

    static final String TODAY = "2026-11-20";

    /** Made up: a sole practitioner who need not send referrals, and nobody else's business. */
    private static final String UNPUBLISHED =
            """
            {"resourceType":"Basic","id":"enkeltperson","meta":{"profile":["http://normverk.no/fhir/StructureDefinition/no-unntak"]},
             "code":{"coding":[{"system":"http://normverk.no/fhir/CodeSystem/basic-type","code":"unntak"}]},
             "subject":{"identifier":{"system":"urn:oid:2.16.578.1.12.4.1.4.101","value":"999999999"},"display":"Lege Ukjent"},
             "extension":[{"url":"http://normverk.no/fhir/StructureDefinition/unntak","extension":[
              {"url":"published","valueBoolean":false},
              {"url":"provision","extension":[
               {"url":"regulation","valueString":"Forskrift om standarder og nasjonale e-helseløsninger"},
               {"url":"section","valueString":"6"},{"url":"number","valueString":"2"}]},
              {"url":"until","valueDate":"2030-12-31"},{"url":"verified","valueBoolean":true}]}]}""";

    /** Made up: three versions of a product, each with its version of a code system, the last of which is not here. */
    private static final List<String> INVENTED = List.of(
            invented("1", ""),
            invented("2", "{\"type\":\"predecessor\",\"resource\":\"http://normverk.no/fhir/Library/tenkt-1\"},"),
            invented("3", ""),
            codeSystem("1", "{\"code\":\"a\",\"display\":\"A\"},{\"code\":\"b\",\"display\":\"B\"}"),
            codeSystem("2", "{\"code\":\"b\",\"display\":\"Be\"},{\"code\":\"c\",\"display\":\"C\"}"));

    private static String invented(String version, String predecessor) {
        return """
                {"resourceType":"Library","id":"tenkt-%1$s","meta":{"profile":["http://normverk.no/fhir/StructureDefinition/no-normerende-produkt"]},
                 "url":"http://normverk.no/fhir/Library/tenkt-%1$s","version":"%1$s","name":"Tenkt","title":"Oppdiktet utgave %1$s","status":"draft",
                 "type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/library-type","code":"asset-collection"}]},
                 "relatedArtifact":[%2$s{"type":"depends-on","label":"CodeSystem","resource":"http://example.org/tenkt|%1$s"}]}"""
                .formatted(version, predecessor);
    }

    private static String codeSystem(String version, String concepts) {
        return """
                {"resourceType":"CodeSystem","id":"tenkt-%1$s","url":"http://example.org/tenkt","version":"%1$s","name":"Tenkt","status":"active","content":"complete",
                 "concept":[%2$s]}"""
                .formatted(version, concepts);
    }

    @Bean
    CurrentSnapshot currentSnapshot() throws IOException {
        List<StoredResource> resources = resources();
        return new CurrentSnapshot(new Snapshot(RegistryAssembler.assemble(resources, List.of(), List.of()), resources));
    }

    @Bean
    Operations operations() {
        Clock clock = Clock.fixed(Instant.parse(TODAY + "T10:00:00Z"), CatalogueOperations.ZONE);
        return CatalogueOperations.addTo(Operations.builder(), clock).build();
    }

    @Bean
    SearchParameters searchParameters() {
        return CatalogueSearch.addTo(SearchParameters.standard());
    }

    static List<StoredResource> resources() throws IOException {
        List<ResourceDocument> documents = new ArrayList<>();
        documents.addAll(new CatalogueContent(ShippedCatalogue.PROFILES).read(ShippedCatalogue.FOLDER));
        documents.addAll(new RegisterContent().read(Path.of("terminology", "register")));
        documents.addAll(new ExemptionContent(ShippedCatalogue.PROFILES).read(Path.of("terminology", "exemptions")));
        try (Stream<Path> files = Files.list(ShippedCatalogue.PROFILES)) {
            files.filter(file -> file.toString().endsWith(".json")).sorted().forEach(file -> documents.add(document(file)));
        }
        documents.add(document(UNPUBLISHED));
        INVENTED.forEach(json -> documents.add(document(json)));
        return documents.stream().map(CatalogueServer::stored).toList();
    }

    private static ResourceDocument document(Path file) {
        try {
            return document(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ResourceDocument document(String json) {
        try {
            return ResourceDocument.of((ObjectNode) ResourceDocument.MAPPER.readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StoredResource stored(ResourceDocument document) {
        NewResource resource = document.toNewResource();
        Instant now = Instant.parse("2026-11-20T08:00:00Z");
        return new StoredResource(
                resource.key().type(), resource.key().id(), 1, now, resource.url(), resource.version(), resource.status(), resource.date(),
                resource.name(), resource.title(), ResourceDocument.stamp(resource.json(), 1, now));
    }
}
