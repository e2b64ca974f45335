package no.normverk.snomed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.TerminologyException;
import org.jspecify.annotations.Nullable;

/**
 * A URL that stands for a value set or a concept map (SNOMED CT URI Standard; FHIR R4, "Using SNOMED CT with FHIR", implicit
 * value sets and concept maps).
 *
 * @param version the edition or version part as a version URI, such as {@code
 *     http://snomed.info/sct/51000202101/version/20250415}; {@code null} for any edition
 * @param kind what it stands for
 * @param argument the identifier or constraint, percent-decoded; empty where there is none
 */
record ImplicitUri(@Nullable String version, Kind kind, String argument) {

    /** What a URL can stand for. */
    enum Kind {
        ALL_CONCEPTS,
        SUBSUMED_BY,
        REFERENCE_SETS,
        MEMBERS_OF,
        CONSTRAINT,
        CONCEPT_MAP
    }

    private static final String BASE = "http://snomed.info/";
    private static final Pattern EDITION = Pattern.compile("http://snomed\\.info/x?sct(?:/\\d+(?:/version/\\d{8})?)?");
    private static final String FORMS =
            "http://snomed.info/sct[/MODULE[/version/YYYYMMDD]] with ?fhir_vs, ?fhir_vs=isa/SCTID, ?fhir_vs=refset,"
                    + " ?fhir_vs=refset/SCTID, ?fhir_vs=ecl/CONSTRAINT or ?fhir_cm=SCTID";

    /**
     * Reads a URL.
     *
     * @return {@code null} when it is nothing of the kind
     * @throws TerminologyException when it is of the kind but malformed
     */
    static @Nullable ImplicitUri parse(String url) {
        int mark = url.indexOf('?');
        if (mark < 0 || !url.startsWith(BASE) || !url.startsWith("fhir_", mark + 1)) {
            return null;
        }
        String base = url.substring(0, mark);
        if (!EDITION.matcher(base).matches()) {
            throw malformed(url, "'" + base + "' is no edition");
        }
        String version = base.equals(Sctid.SYSTEM) ? null : base;
        String query = url.substring(mark + 1);
        int equals = query.indexOf('=');
        String name = equals < 0 ? query : query.substring(0, equals);
        String value = equals < 0 ? "" : decode(query.substring(equals + 1), url);
        return switch (name) {
            case "fhir_vs" -> valueSet(url, version, value);
            case "fhir_cm" -> new ImplicitUri(version, Kind.CONCEPT_MAP, identifier(value, url));
            default -> throw malformed(url, "'" + name + "' is neither fhir_vs nor fhir_cm");
        };
    }

    private static ImplicitUri valueSet(String url, @Nullable String version, String value) {
        if (value.isEmpty()) {
            return new ImplicitUri(version, Kind.ALL_CONCEPTS, "");
        }
        if (value.equals("refset")) {
            return new ImplicitUri(version, Kind.REFERENCE_SETS, "");
        }
        int slash = value.indexOf('/');
        String rule = slash < 0 ? value : value.substring(0, slash);
        String argument = slash < 0 ? "" : value.substring(slash + 1);
        return switch (rule) {
            case "isa" -> new ImplicitUri(version, Kind.SUBSUMED_BY, identifier(argument, url));
            case "refset" -> new ImplicitUri(version, Kind.MEMBERS_OF, identifier(argument, url));
            case "ecl" -> {
                if (argument.isBlank()) {
                    throw malformed(url, "there is no constraint after ecl/");
                }
                yield new ImplicitUri(version, Kind.CONSTRAINT, argument);
            }
            default -> throw malformed(url, "'" + rule + "' is none of isa, refset and ecl");
        };
    }

    private static String identifier(String text, String url) {
        if (Sctid.parse(text) < 0) {
            throw malformed(url, "'" + text + "' is no SNOMED CT identifier");
        }
        return text;
    }

    private static TerminologyException malformed(String url, String what) {
        return new TerminologyException(
                Issue.error("invalid", null, Message.of("snomed-implicit-malformed", url, what, FORMS), null));
    }

    /** Undoes percent-encoding; unlike in a form, a plus sign is a plus sign, for constraints have them. */
    private static String decode(String text, String url) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher escape = Pattern.compile("%([0-9A-Fa-f]{2})?").matcher(text);
        int from = 0;
        while (escape.find()) {
            if (escape.group(1) == null) {
                throw malformed(url, "a percent sign is followed by something that is no pair of hexadecimal digits");
            }
            bytes.writeBytes(text.substring(from, escape.start()).getBytes(StandardCharsets.UTF_8));
            bytes.write(Integer.parseInt(escape.group(1), 16));
            from = escape.end();
        }
        bytes.writeBytes(text.substring(from).getBytes(StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
