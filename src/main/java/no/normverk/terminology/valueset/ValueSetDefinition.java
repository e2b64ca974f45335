package no.normverk.terminology.valueset;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.Standing;
import org.jspecify.annotations.Nullable;

/**
 * A value set as its author wrote it.
 *
 * @param url canonical URL; empty for one that has none
 * @param version business version
 * @param name computable name
 * @param language BCP 47 tag of the resource
 * @param standing publication status and related facts
 * @param inactive {@code compose.inactive}: {@code false} leaves inactive concepts out
 * @param includes what is in it
 * @param excludes what is taken out again
 * @param expansionParameters parameters that the author wants every expansion to use
 * @param supplements code system supplements that it depends on
 * @param contained value sets inside the resource, by their local id
 * @param preface what every expansion repeats of the resource: the members of a JSON object, without braces, as UTF-8
 * @param definition what an expansion repeats that shall include the definition, in the same form
 */
public record ValueSetDefinition(
        String url,
        @Nullable String version,
        @Nullable String name,
        @Nullable String language,
        Standing standing,
        @Nullable Boolean inactive,
        List<Include> includes,
        List<Include> excludes,
        Map<String, String> expansionParameters,
        List<Canonical> supplements,
        Map<String, ValueSetDefinition> contained,
        byte[] preface,
        byte[] definition) {

    /** A value set made from a rule, not by an author. */
    public static ValueSetDefinition implicit(
            String url, @Nullable String version, String name, String title, List<Include> includes) {
        String preface = "\"resourceType\":\"ValueSet\",\"url\":\"" + jsonSafe(url) + "\","
                + (version == null ? "" : "\"version\":\"" + version + "\",")
                + "\"name\":\"" + name + "\",\"title\":\"" + jsonSafe(title) + "\",\"status\":\"active\"";
        return new ValueSetDefinition(
                url,
                version,
                name,
                null,
                Standing.ACTIVE,
                null,
                includes,
                List.of(),
                Map.of(),
                List.of(),
                Map.of(),
                preface.getBytes(StandardCharsets.UTF_8),
                preface.getBytes(StandardCharsets.UTF_8));
    }

    /** A URL with what JSON does not allow between quotes percent-encoded. */
    private static String jsonSafe(String url) {
        StringBuilder safe = new StringBuilder(url.length());
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c == '"' || c == '\\' || c < ' ') {
                safe.append('%').append(c < 16 ? "0" : "").append(Integer.toHexString(c).toUpperCase(Locale.ROOT));
            } else {
                safe.append(c);
            }
        }
        return safe.toString();
    }

    public Canonical canonical() {
        return new Canonical(url, version);
    }

    /** How messages name it: {@code url|version}, or that it has no identity. */
    public String label() {
        return url.isEmpty() ? "(unidentified)" : canonical().toString();
    }
}
