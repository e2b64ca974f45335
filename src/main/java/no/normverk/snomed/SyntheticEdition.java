package no.normverk.snomed;

import java.util.regex.Pattern;

/**
 * The edition in SNOMED CT's form that this project makes itself, so that a server without a licence can answer: concept ids that
 * exist, with terms and a hierarchy of our own. It is a fragment, so that a code it does not have is not said to be wrong; it is
 * unpublished content ({@code xsct}, SNOMED CT URI Standard) of a day before SNOMED CT began, so that any other edition
 * outranks it.
 */
public final class SyntheticEdition {

    /** Module of its components, in a namespace that nobody has. */
    public static final long MODULE = 19999999103L;

    /** Its version URI. */
    public static final String VERSION = "http://snomed.info/xsct/" + MODULE + "/version/20000101";

    private static final Pattern ANY_VERSION = Pattern.compile("http://snomed\\.info/xsct/" + MODULE + "/.*");

    private SyntheticEdition() {}

    /** Whether a version URI is of this edition. */
    public static boolean is(String version) {
        return ANY_VERSION.matcher(version).matches();
    }
}
