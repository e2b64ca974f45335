package no.normverk.fhir.plans;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names for programs: letters, digits and underscores, the first a capital letter. */
final class ResourceName {

    private ResourceName() {}

    /** A key in capitals, with what a name must not hold turned to underscores. */
    static String of(String key) {
        return Arrays.stream(key.split("-"))
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining())
                .replace('.', '_');
    }
}
