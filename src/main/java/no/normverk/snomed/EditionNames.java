package no.normverk.snomed;

import java.util.Map;

/** What editions are called, by the module in their version URI. A module that is not listed is no national edition, and what it holds is called international. */
final class EditionNames {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("51000202101", "Norwegian Edition"),
            Map.entry("45991000052106", "Swedish Edition"),
            Map.entry("554471000005108", "Danish Edition"),
            Map.entry("731000124108", "US Edition"),
            Map.entry("83821000000107", "UK Edition"),
            Map.entry("20621000087109", "Canadian English Edition"),
            Map.entry("20611000087101", "Canadian Edition"),
            Map.entry("32506021000036107", "Australian Edition"),
            Map.entry("11000146104", "Netherlands Edition"),
            Map.entry("11000172109", "Belgian Edition"),
            Map.entry("2011000195101", "Swiss Edition"));

    private EditionNames() {}

    /** The name of the edition that a version URI is of. */
    static String of(String versionUri) {
        String[] parts = versionUri.split("/");
        return parts.length > 4 ? NAMES.getOrDefault(parts[4], "International Edition") : "International Edition";
    }
}
