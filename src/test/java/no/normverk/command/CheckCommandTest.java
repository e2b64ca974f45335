package no.normverk.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import no.normverk.loading.AuthoredContent;
import no.normverk.loading.CatalogueContent;
import no.normverk.loading.EditionFormat;
import no.normverk.loading.ExemptionContent;
import no.normverk.loading.PlanContent;
import no.normverk.loading.RegisterContent;
import no.normverk.loading.Verification;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code normverk check}: what a committee runs before it publishes. */
class CheckCommandTest {

    private static final String PROFILES = Path.of("profiles").toAbsolutePath().toString();

    @TempDir
    Path content;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int check(String... arguments) {
        return NormverkCommand.of(new CatalogueProgram()).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(arguments);
    }

    private Path product(String key, String lines) throws IOException {
        Path file = Files.createDirectories(content.resolve("catalogue")).resolve(key + ".yaml");
        return Files.writeString(file, "key: " + key + "\ntitle: Tenkt\nsources:\n  - title: Tenkt kilde\n" + lines);
    }

    @Test
    void whatShipsIsInOrder() {
        assertThat(check("check", "terminology")).as(err.toString()).isEqualTo(0);
        assertThat(out).asString().startsWith("Nothing wrong in terminology and ").contains("Library").contains("CodeSystem");
    }

    @Test
    void everyProblemIsToldWithFileAndLine() throws IOException {
        Path first = product("en", "level: plikt\nobligations:\n  - id: a\n    actor: fastleger\n    direction: se\n    level: veileder\n");
        Path second = product("to", "published: 2022-13\n");
        assertThat(check("check", content.toString(), "--profiles", PROFILES)).isEqualTo(1);
        assertThat(err.toString().lines()).containsExactly(
                first + ":5: level: found 'plikt', expected one of veileder, retningslinje, anbefalt-standard, obligatorisk-standard",
                first + ":9: obligations[1].direction: found 'se', expected one of sende, motta, bruke",
                second + ":5: published: found '2022-13', expected a date as YYYY, YYYY-MM or YYYY-MM-DD");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aBrokenEntryOfTheRegisterIsToldWithFileAndLine() throws IOException {
        product("en", "");
        Path entry = Files.createDirectories(content.resolve("register")).resolve("journal-1.yaml");
        Files.writeString(
                entry,
                "key: journal-1\nname: Journal\nversion: '1'\nvendor: Noen\nclaims:\n  - supports: to\n    status: godkjent\n    evidence:\n      - kind: rykte\n        title: Noe\n");
        assertThat(check("check", content.toString(), "--profiles", PROFILES)).isEqualTo(1);
        assertThat(err.toString().lines()).containsExactlyInAnyOrder(
                entry + ":6: claims[1].supports: found 'to', expected the key of a product of the catalogue",
                entry + ":7: claims[1].status: found 'godkjent', expected one of attested, validated, in-process, req-revalid, val-fail, reval-fail",
                entry + ":9: claims[1].evidence[1].kind: found 'rykte', expected one of egenerklaering, testrapport, sertifikat, lenke");
    }

    @Test
    void aBrokenExemptionIsToldWithFileAndLine() throws IOException {
        Path exemption = Files.createDirectories(content.resolve("exemptions")).resolve("noen.yaml");
        Files.writeString(exemption, "key: noen\nprovision:\n  regulation: Tenkt\nactors: [sykehus]\nuntil: snart\nsources:\n  - title: Tenkt\n");
        assertThat(check("check", content.toString(), "--profiles", PROFILES)).isEqualTo(1);
        assertThat(err.toString().lines()).containsExactlyInAnyOrder(
                exemption + ":4: actors: found 'sykehus', expected a code of CodeSystem aktor",
                exemption + ":5: until: found 'snart', expected a date as YYYY, YYYY-MM or YYYY-MM-DD",
                exemption + ":1: published: found nothing, expected the field, it is required");
        Files.writeString(exemption, "key: noen\nprovision:\n  regulation: Tenkt\nactors: []\npublished: true\nsources:\n  - title: Tenkt\n");
        assertThat(check("check", content.toString(), "--profiles", PROFILES)).isEqualTo(1);
        assertThat(err.toString()).contains("expected either one organisation or kinds of organisation in actors");
    }

    @Test
    void aResourceThatIsNotWellFormedIsToldWithItsPlace() throws IOException {
        Files.writeString(content.resolve("a.json"), "{\"resourceType\": \"ValueSet\",\n\"status\": }");
        assertThat(check("check", content.toString(), "--profiles", PROFILES)).isEqualTo(1);
        assertThat(err).asString().contains("a.json, line 2, column 11: not well-formed JSON");
    }

    @Test
    void aDirectoryThatIsNotThereIsAProblem() {
        assertThat(check("check", content.resolve("nowhere").toString(), "--profiles", PROFILES)).isEqualTo(1);
        assertThat(err).asString().contains("nowhere: there is no such directory");
    }

    private static final class CatalogueProgram implements Program {
        @Override
        public List<EditionFormat> editionFormats() {
            return List.of();
        }

        @Override
        public List<AuthoredContent> authoredContent(Path profiles) {
            return List.of(new CatalogueContent(profiles), new ExemptionContent(profiles), new RegisterContent(), new PlanContent());
        }

        @Override
        public Verification verification() {
            return resource -> Optional.empty();
        }

        @Override
        public @Nullable String build() {
            return null;
        }

        @Override
        public void serve(ServerSettings settings) {
            throw new AssertionError("nothing is served");
        }
    }
}
