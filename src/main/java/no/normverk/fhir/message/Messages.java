package no.normverk.fhir.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import no.normverk.terminology.Languages;
import no.normverk.terminology.Message;

/**
 * The texts of messages by language. {@code {0}}, {@code {1}} ... in a text stand for the message's arguments; nothing else is special in it. A message whose first argument is a
 * count has two texts, with {@code _one} and {@code _other} after its key.
 */
public final class Messages {

    /** The languages there are texts in, the first for callers who want none of them. */
    public static final List<String> LANGUAGES = List.of("en", "nb", "nn");

    /** SNOMED CT's language reference sets for nynorsk: the common one and that of general practice. */
    private static final Set<String> NYNORSK = Set.of("91000202106", "188001000202106");

    private static final Map<String, Map<String, String>> TEXTS = load();

    private Messages() {}

    private static Map<String, Map<String, String>> load() {
        Map<String, Map<String, String>> texts = new HashMap<>();
        for (String language : LANGUAGES) {
            texts.put(language, read("messages_" + language + ".properties"));
        }
        return Map.copyOf(texts);
    }

    private static Map<String, String> read(String name) {
        Properties properties = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no message texts " + name);
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new HashMap<>();
        properties.forEach((key, value) -> texts.put((String) key, (String) value));
        return Map.copyOf(texts);
    }

    /** The message in the best of the caller's languages, English when there is none. */
    public static String text(Message message, Languages languages) {
        return text(message, language(languages));
    }

    /** Whether the message's key is one that HL7's terminology services share; our own are written in small letters with hyphens. */
    public static boolean isShared(Message message) {
        return message.id().indexOf('-') < 0;
    }

    /** The language to speak to a caller. */
    public static String language(Languages languages) {
        for (String range : languages.ranges()) {
            for (String language : LANGUAGES) {
                if (Languages.matches(language, range) || Languages.matches(range, language)) {
                    return language;
                }
            }
            if (Languages.matches("no", range)) {
                return isNynorsk(range) ? "nn" : "nb";
            }
        }
        return LANGUAGES.getFirst();
    }

    /** Whether a tag of Norwegian names a dialect of nynorsk by its SNOMED CT reference set: {@code no-x-91000202106}. */
    private static boolean isNynorsk(String range) {
        String digits = range.replaceAll("[^0-9]", "");
        return NYNORSK.contains(digits);
    }

    private static String text(Message message, String language) {
        Map<String, String> texts = TEXTS.getOrDefault(language, Map.of());
        String pattern = texts.get(message.id());
        if (pattern == null) {
            boolean one = !message.arguments().isEmpty() && message.arguments().getFirst().equals("1");
            pattern = texts.get(message.id() + (one ? "_one" : "_other"));
        }
        return pattern == null ? message.toString() : filled(pattern, message.arguments());
    }

    private static String filled(String pattern, List<String> arguments) {
        StringBuilder text = new StringBuilder(pattern.length() + 64);
        int told = 0;
        for (int at = pattern.indexOf('{'); at >= 0; at = pattern.indexOf('{', at + 1)) {
            boolean place = at + 2 < pattern.length() && pattern.charAt(at + 2) == '}';
            int index = place ? pattern.charAt(at + 1) - '0' : -1;
            if (index >= 0 && index < arguments.size()) {
                text.append(pattern, told, at).append(arguments.get(index));
                told = at + 3;
            }
        }
        return text.append(pattern, told, pattern.length()).toString();
    }

    /** The keys of a language's texts, sorted. */
    static TreeSet<String> keys(String language) {
        return new TreeSet<>(TEXTS.getOrDefault(language, Map.of()).keySet());
    }
}
