package no.normverk.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import no.normverk.catalogue.ShippedCatalogue;
import no.normverk.fhir.resource.ResourceDocument;
import no.normverk.loading.CatalogueContent;
import no.normverk.loading.ExemptionContent;
import no.normverk.loading.RegisterContent;
import no.normverk.profiles.ProfileValidation.Finding;
import org.junit.jupiter.api.Test;

/** Every resource that the shipped content becomes, and every definition of our own, with HAPI's validator. */
class GeneratedResourcesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static List<ResourceDocument> libraries() throws IOException {
        return new CatalogueContent(ShippedCatalogue.PROFILES).read(ShippedCatalogue.FOLDER);
    }

    private static Map<String, List<Finding>> findings(Map<String, String> resources) {
        Map<String, List<Finding>> found = new TreeMap<>();
        resources.forEach((name, json) -> {
            List<Finding> findings = ProfileValidation.validate(json);
            if (!findings.isEmpty()) {
                found.put(name, findings);
            }
        });
        return found;
    }

    @Test
    void everyProductOfTheCatalogueConformsToItsProfile() throws IOException {
        Map<String, String> resources = new TreeMap<>();
        for (ResourceDocument library : libraries()) {
            String json = new String(library.bytes(), StandardCharsets.UTF_8);
            assertThat(JSON.readTree(json).at("/meta/profile/0").asText()).isEqualTo("http://normverk.no/fhir/StructureDefinition/no-normerende-produkt");
            resources.put(String.valueOf(library.id()), json);
        }
        assertThat(resources).hasSizeGreaterThan(60);
        assertThat(findings(resources)).isEmpty();
    }

    @Test
    void everyExemptionAndEveryEntryOfTheRegisterConformsToItsProfile() throws IOException {
        Map<String, String> resources = new TreeMap<>();
        List<ResourceDocument> documents = new ArrayList<>(new ExemptionContent(ShippedCatalogue.PROFILES).read(Path.of("terminology", "exemptions")));
        documents.addAll(new RegisterContent().read(Path.of("terminology", "register")));
        for (ResourceDocument document : documents) {
            String json = new String(document.bytes(), StandardCharsets.UTF_8);
            assertThat(JSON.readTree(json).at("/meta/profile/0").asText()).startsWith("http://normverk.no/fhir/StructureDefinition/no-");
            resources.put(document.type() + "/" + document.id(), json);
        }
        assertThat(resources).hasSizeGreaterThan(9);
        assertThat(findings(resources)).isEmpty();
    }

    @Test
    void everyDefinitionConformsToR4() throws IOException {
        Map<String, String> resources = new TreeMap<>();
        try (Stream<Path> files = Files.list(ShippedCatalogue.PROFILES)) {
            for (Path file : files.filter(found -> found.toString().endsWith(".json")).toList()) {
                resources.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        assertThat(findings(resources)).isEmpty();
    }

    @Test
    void aBrokenProductIsCaught() throws IOException {
        assertThat(brokenProduct(library -> library.remove(List.of("title", "_title")))).anyMatch(finding -> finding.contains("Library.title: minimum required = 1"));
        assertThat(brokenProduct(library -> library.put("date", "2022-13"))).anyMatch(finding -> finding.contains("Not a valid date/time"));
        assertThat(brokenProduct(library -> addExtension(library, "normeringsniva-ukjent").put("valueString", "x")))
                .anyMatch(finding -> finding.contains("StructureDefinition/normeringsniva-ukjent"));
        assertThat(brokenProduct(library -> addExtension(library, "normeringsniva").putObject("valueCoding").put("system", "http://normverk.no/fhir/CodeSystem/normeringsniva").put("code", "plikt")))
                .anyMatch(finding -> finding.contains("plikt"))
                .anyMatch(finding -> finding.contains("Library.extension:normeringsniva: max allowed = 1, but found 2"));
        assertThat(brokenProduct(library -> library.putArray("topic").addObject().putArray("coding").addObject().put("system", "http://normverk.no/fhir/CodeSystem/tema").put("code", "no-such-topic")))
                .anyMatch(finding -> finding.contains("no-such-topic"));
    }

    @Test
    void aBrokenDefinitionIsCaught() throws IOException {
        assertThat(broken(profile("revision"), definition -> ((ObjectNode) definition.at("/differential/element/1")).put("path", "Library.title")))
                .anyMatch(finding -> finding.startsWith("error"));
        assertThat(broken(profile("obligation"), definition -> definition.put("kind", "sak"))).anyMatch(finding -> finding.contains("sak"));
    }

    private static ObjectNode addExtension(ObjectNode library, String name) {
        return library.withArray("extension").addObject().put("url", "http://normverk.no/fhir/StructureDefinition/" + name);
    }

    private static String profile(String id) throws IOException {
        return Files.readString(ShippedCatalogue.PROFILES.resolve("StructureDefinition-" + id + ".json"));
    }

    private static List<String> brokenProduct(Consumer<ObjectNode> damage) throws IOException {
        ResourceDocument library = libraries().stream().filter(product -> "svarrapportering-1.4".equals(product.id())).findFirst().orElseThrow();
        return broken(new String(library.bytes(), StandardCharsets.UTF_8), damage);
    }

    private static List<String> broken(String json, Consumer<ObjectNode> damage) throws IOException {
        assertThat(ProfileValidation.validate(json)).as("before").isEmpty();
        ObjectNode resource = (ObjectNode) JSON.readTree(json);
        damage.accept(resource);
        return ProfileValidation.validate(resource.toString()).stream().map(Finding::toString).toList();
    }
}
