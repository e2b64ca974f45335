package no.normverk.fhir.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.normverk.terminology.Languages;
import no.normverk.terminology.Message;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private static Properties texts(String language) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream("messages_" + language + ".properties")) {
            properties.load(new InputStreamReader(java.util.Objects.requireNonNull(in), StandardCharsets.UTF_8));
        }
        return properties;
    }

    @Test
    void everyMessageIsInEveryLanguage() {
        for (String language : Messages.LANGUAGES) {
            assertThat(Messages.keys(language)).as(language).isEqualTo(Messages.keys("en")).isNotEmpty();
        }
    }

    @Test
    void aMessageHasTheSamePlacesInEveryLanguage() throws IOException {
        Properties english = texts("en");
        for (String language : Messages.LANGUAGES) {
            Properties other = texts(language);
            for (String key : english.stringPropertyNames()) {
                assertThat(places(other.getProperty(key))).as("%s in %s", key, language).isEqualTo(places(english.getProperty(key)));
                assertThat(other.getProperty(key)).as("%s in %s", key, language).isNotBlank();
            }
        }
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            places.add(matcher.group(1));
        }
        return places;
    }

    @Test
    void norwegianTextsAreNotTheEnglishOnes() throws IOException {
        Properties english = texts("en");
        Properties bokmaal = texts("nb");
        Properties nynorsk = texts("nn");
        for (String key : english.stringPropertyNames()) {
            if (english.getProperty(key).replaceAll("\\{\\d}", "").isBlank()) {
                continue;
            }
            assertThat(bokmaal.getProperty(key)).as(key).isNotEqualTo(english.getProperty(key));
            assertThat(nynorsk.getProperty(key)).as(key).isNotEqualTo(english.getProperty(key));
        }
    }

    @Test
    void everyMessageTheSourcesNameHasAText() throws IOException {
        String sources = sources();
        Matcher named = Pattern.compile("Message\\s*\\.of\\(\\s*\"([^\"]+)\"").matcher(sources);
        int count = 0;
        while (named.find()) {
            count++;
            String id = named.group(1);
            boolean completed = sources.startsWith(" + ", named.end()) || sources.startsWith("+", named.end());
            assertThat(Messages.keys("en").stream().anyMatch(key -> completed ? key.startsWith(id) : isKeyOf(key, id)))
                    .as("a text for %s", id)
                    .isTrue();
        }
        assertThat(count).isGreaterThan(30);
    }

    private static boolean isKeyOf(String key, String id) {
        return key.equals(id) || key.equals(id + "_one") || key.equals(id + "_other");
    }

    private static String sources() throws IOException {
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sources.append(Files.readString(file)).append('\n');
            }
        }
        return sources.toString();
    }

    @Test
    void argumentsStandAtTheirPlacesAndAreNotReadAgain() {
        assertThat(english("UNKNOWN_CODE_IN_FRAGMENT", "{1}", "http://x.no/s", "2"))
                .startsWith("Unknown Code '{1}' in the CodeSystem 'http://x.no/s' version '2'");
        assertThat(english("Unknown_Code_in", "a")).isEqualTo("Unknown code 'a' in the CodeSystem '{1}'");
        assertThat(english("DEPRECATED_CONCEPT_FOUND", "it's")).isEqualTo("The concept 'it's' is deprecated and its use should be reviewed");
    }

    @Test
    void aCountChoosesBetweenOneAndSeveral() {
        assertThat(english("Display_Name_for__should_be_one_of__instead_of", "1", "x", "s#a", "'A'", "--"))
                .isEqualTo("Wrong Display Name 'x' for s#a. Valid display is 'A' (for the language(s) '--')");
        assertThat(english("Display_Name_for__should_be_one_of__instead_of", "2", "x", "s#a", "'A' or 'B'", "--"))
                .isEqualTo("Wrong Display Name 'x' for s#a. Valid display is one of 2 choices: 'A' or 'B' (for the language(s) '--')");
    }

    @Test
    void aMessageWithoutTextIsStillTold() {
        assertThat(english("no-such-message", "a")).contains("no-such-message").contains("a");
    }

    private static String english(String id, String... arguments) {
        return Messages.text(Message.of(id, arguments), Languages.ANY);
    }

    @Test
    void theCallersFirstLanguageThatIsSpokenHereIsUsed() {
        assertThat(Messages.language(Languages.ANY)).isEqualTo("en");
        assertThat(Messages.language(Languages.parse("nb-NO"))).isEqualTo("nb");
        assertThat(Messages.language(Languages.parse("no"))).isEqualTo("nb");
        assertThat(Messages.language(Languages.parse("nn"))).isEqualTo("nn");
        assertThat(Messages.language(Languages.parse("sv, nn;q=0.5"))).isEqualTo("nn");
        assertThat(Messages.language(Languages.parse("fr"))).isEqualTo("en");
        assertThat(Messages.language(Languages.parse("en-GB,nb"))).isEqualTo("en");
        assertThat(Messages.text(Message.of("MSG_DRAFT", "ValueSet", "x"), Languages.parse("nb"))).doesNotContain("Reference to");
    }

    @Test
    void keysSharedWithHl7AreToldFromOurOwn() {
        assertThat(Messages.isShared(Message.of("UNKNOWN_CODESYSTEM"))).isTrue();
        assertThat(Messages.isShared(Message.of("parameter-invalid"))).isFalse();
    }
}
