package no.normverk.fhir.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the path of a request names, below the base.
 *
 * @param type resource type, or {@code null} on the base itself
 * @param id logical id
 * @param versionId version asked for after {@code _history}
 * @param action {@code $operation} with its dollar sign, {@code _search}, {@code _history}, {@code metadata}, or {@code null}
 */
record Target(@Nullable String type, @Nullable String id, @Nullable String versionId, @Nullable String action) {

    /** FHIR R4's {@code id} data type. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");

    /**
     * Reads a path, still percent-encoded, such as {@code /ValueSet/x/$expand}.
     *
     * @throws Problem 404 when it has no such form
     */
    static Target of(String path) {
        List<String> segments = segments(path);
        Target target =
                switch (segments.size()) {
                    case 0 -> new Target(null, null, null, null);
                    case 1 -> one(segments.get(0));
                    case 2 -> two(segments.get(0), segments.get(1));
                    case 3 -> three(segments);
                    case 4 -> four(segments);
                    default -> null;
                };
        if (target == null) {
            throw Problem.notFound("there is nothing at '" + path + "'; expected [type], [type]/[id] or [type]/[id]/_history/[version], or an operation");
        }
        return target;
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>(4);
        for (int start = 0; start < path.length(); ) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            if (end > start) {
                segments.add(QueryString.decodePercent(path.substring(start, end), path));
            }
            start = end + 1;
        }
        return segments;
    }

    private static Target one(String segment) {
        return isAction(segment) || segment.equals("metadata")
                ? new Target(null, null, null, segment)
                : new Target(segment, null, null, null);
    }

    private static Target two(String type, String segment) {
        return isAction(segment) ? new Target(type, null, null, segment) : new Target(type, id(segment), null, null);
    }

    private static @Nullable Target three(List<String> segments) {
        String action = segments.get(2);
        boolean known = action.equals("_history") || action.startsWith("$");
        return known ? new Target(segments.get(0), id(segments.get(1)), null, action) : null;
    }

    private static @Nullable Target four(List<String> segments) {
        boolean known = segments.get(2).equals("_history");
        return known ? new Target(segments.get(0), id(segments.get(1)), segments.get(3), "_history") : null;
    }

    private static boolean isAction(String segment) {
        return segment.startsWith("$") || segment.startsWith("_");
    }

    private static String id(String segment) {
        if (!ID.matcher(segment).matches()) {
            throw new Problem(
                    400, "value", "'" + segment + "' is not a resource id, expected 1 to 64 of A-Z a-z 0-9 - .", null, Map.of());
        }
        return segment;
    }

    /** The name of the operation asked for, without its dollar sign, or {@code null}. */
    @Nullable String operation() {
        return action != null && action.startsWith("$") ? action.substring(1) : null;
    }
}
