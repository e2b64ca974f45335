package no.normverk.snomed;

/** SNOMED CT identifiers: those with a meaning to programs, and their form (SNOMED CT Release File Specification, section 6). */
public final class Sctid {

    public static final String SYSTEM = "http://snomed.info/sct";

    public static final long ROOT = 138875005L;
    public static final long IS_A = 116680003L;

    public static final long FULLY_SPECIFIED_NAME = 900000000000003001L;
    public static final long SYNONYM = 900000000000013009L;
    public static final long DEFINITION = 900000000000550004L;

    public static final long PREFERRED = 900000000000548007L;
    public static final long ACCEPTABLE = 900000000000549004L;
    /** |Concept inactivation indicator attribute value reference set|. */
    public static final long INACTIVATION_REASON = 900000000000489007L;

    /** Definition status: sufficiently defined. */
    public static final long DEFINED = 900000000000073002L;
    /** Definition status: not sufficiently defined. */
    public static final long PRIMITIVE = 900000000000074008L;

    public static final long INFERRED = 900000000000011006L;

    public static final long EN_US = 900000000000509007L;
    public static final long EN_GB = 900000000000508004L;
    public static final long BOKMAAL = 61000202103L;
    public static final long NYNORSK = 91000202106L;
    public static final long BOKMAAL_GENERAL_PRACTICE = 47351000202107L;
    public static final long NYNORSK_GENERAL_PRACTICE = 188001000202106L;

    public static final long CORE_MODULE = 900000000000207008L;
    public static final long MODEL_MODULE = 900000000000012004L;
    public static final long MODULE_DEPENDENCY = 900000000000534007L;

    private static final int MOST_DIGITS = 18;

    private Sctid() {}

    /** The identifier in a text of 1 to 18 digits without a leading zero, or -1 when the text is nothing of the kind. */
    public static long parse(String text) {
        int length = text.length();
        if (length == 0 || length > MOST_DIGITS || text.charAt(0) == '0') {
            return -1;
        }
        long id = 0;
        for (int i = 0; i < length; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            id = 10 * id + digit;
        }
        return id;
    }

    /**
     * Whether the identifier was given by an extension: its partition identifier, the digits before the check digit, begins with
     * 1.
     */
    static boolean isOfExtension(long id) {
        return id / 100 % 10 == 1;
    }

    /** Orders identifiers as their texts are ordered. */
    static int compareAsTexts(long one, long other) {
        int order = Long.compare(scaled(one), scaled(other));
        // Where one text continues the other with zeros the shorter is the smaller number, and comes first.
        return order != 0 ? order : Long.compare(one, other);
    }

    private static long scaled(long id) {
        long scaled = id;
        for (long limit = 100_000_000_000_000_000L; scaled < limit; ) {
            scaled *= 10;
        }
        return scaled;
    }
}
