package no.normverk.fhir.server;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Formats besides FHIR's that single operations answer in, such as a calendar: asked for by {@code _format} or {@code Accept}. */
final class OtherFormat {

    private OtherFormat() {}

    /** The one of the offered media types that the caller wants, or {@code null} when it wants FHIR's. */
    static @Nullable String wanted(List<String> offered, FhirHttpRequest request) {
        if (offered.isEmpty()) {
            return null;
        }
        String format = request.parameter("_format");
        String wanted = format == null ? request.getHeader("Accept") : format;
        if (wanted == null) {
            return null;
        }
        for (String range : wanted.toLowerCase(Locale.ROOT).split(",")) {
            // A '+' that was not escaped in a query arrives as a space.
            String type = range.split(";", 2)[0].strip().replace(' ', '+');
            for (String mediaType : offered) {
                if (type.equals(mediaType) || type.equals(shortName(mediaType))) {
                    return mediaType;
                }
            }
            if (type.contains("fhir") || type.equals("application/json") || type.equals("text/html")) {
                return null;
            }
        }
        return null;
    }

    private static String shortName(String mediaType) {
        return switch (mediaType) {
            case "text/calendar" -> "ics";
            case "text/csv" -> "csv";
            case "application/atom+xml" -> "atom";
            default -> mediaType;
        };
    }
}
