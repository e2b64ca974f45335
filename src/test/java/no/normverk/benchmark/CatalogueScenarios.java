package no.normverk.benchmark;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import no.normverk.catalogue.Catalogue;
import no.normverk.catalogue.NormativeProduct;
import no.normverk.catalogue.Vocabularies;
import no.normverk.catalogue.requirement.GeneratedCatalogue;
import no.normverk.fhir.catalogue.LibraryWriter;

/** A made-up catalogue of 10,000 products with 50,000 obligations, and what to ask of it: the same every time. */
final class CatalogueScenarios {

    private static final int PRODUCTS = 10_000;
    private static final int OBLIGATIONS_EACH = 5;
    private static final int DIFFERENT = 500;

    private final Vocabularies vocabularies;
    private final List<String> actors;
    private final List<String> topics;
    private final Random random = new Random(20260101);

    CatalogueScenarios() throws IOException {
        vocabularies = Vocabularies.read(Path.of("profiles"));
        actors = vocabularies.actors().codes().stream().sorted().toList();
        topics = vocabularies.topics().codes().stream().sorted().toList();
    }

    /** Writes the products as a Bundle of Libraries, to be loaded. */
    Path write(Path file) throws IOException {
        List<NormativeProduct> products = new GeneratedCatalogue(
                        new Random(1), vocabularies.actors().codes(), vocabularies.topics().codes(), OBLIGATIONS_EACH)
                .products(PRODUCTS);
        LibraryWriter writer = new LibraryWriter(Catalogue.of(products), vocabularies);
        IParser parser = FhirContext.forR4Cached().newJsonParser();
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[");
            for (int i = 0; i < products.size(); i++) {
                out.write((i == 0 ? "" : ",") + "{\"resource\":" + parser.encodeResourceToString(writer.write(products.get(i))) + "}");
            }
            out.write("]}");
        }
        return file;
    }

    List<Scenario> all() {
        return List.of(
                scenario("$required-standards, first 10, one actor and direction", () -> ask(
                        "actor", any(actors), "direction", any(List.of("sende", "motta", "bruke")), "count", "10")),
                scenario("$required-standards, first 10, everything that binds an actor", () -> ask("actor", any(actors), "count", "10")),
                scenario("$required-standards, first 10, three actors, mandatory, one topic", () -> ask(
                        "actor", any(actors), "actor", any(actors), "actor", any(actors), "topic", any(topics),
                        "level-min", "obligatorisk-standard", "count", "10")),
                scenario("$required-standards, how many bind an actor", () -> ask("actor", any(actors), "count", "0")),
                scenario("$required-standards, first 50, everybody", () -> ask("actor", "alle-virksomheter", "count", "50")));
    }

    /** On days the catalogue knows of, each asked with the knowledge of another day. */
    private Request ask(String... parameters) {
        String date = LocalDate.of(2014, 1, 1).plusDays(random.nextInt(365 * 12)).toString();
        String asOf = LocalDate.of(2014, 1, 1).plusDays(random.nextInt(365 * 12)).toString();
        return Request.get(
                "/fhir/Library/$required-standards",
                Stream.concat(Stream.of(parameters), Stream.of("date", date, "asOf", asOf)).toArray(String[]::new));
    }

    private String any(List<String> codes) {
        return codes.get(random.nextInt(codes.size()));
    }

    private static Scenario scenario(String name, Supplier<Request> request) {
        return new Scenario(name, Stream.generate(request).limit(DIFFERENT).distinct().toList(), Goal.NONE);
    }
}
