package no.normverk.loading;

/** Logical ids as FHIR wants them: 1 to 64 of {@code A-Z a-z 0-9 - .} */
final class Ids {
    private static final int LONGEST = 64;

    private Ids() {}

    /** The text with everything else replaced by hyphens, and cut. */
    static String valid(String text) {
        String id = text.replaceAll("[^A-Za-z0-9.-]+", "-").replaceAll("^-+|-+$", "");
        if (id.isEmpty()) {
            return "resource";
        }
        return id.length() > LONGEST ? id.substring(0, LONGEST) : id;
    }

    /** An id with an ending, the id cut where both together are too long. */
    static String withSuffix(String id, String suffix) {
        int room = LONGEST - suffix.length() - 1;
        return (id.length() > room ? id.substring(0, room) : id) + "-" + suffix;
    }
}
