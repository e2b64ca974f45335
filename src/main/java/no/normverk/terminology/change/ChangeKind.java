package no.normverk.terminology.change;

/** In which respect something changed. */
public enum ChangeKind {
    /** The code is only in the newer version. */
    ADDED("added"),
    /** The code is only in the older version. */
    REMOVED("removed"),
    /** The code was active and is not. */
    INACTIVATED("inactivated"),
    /** The code was inactive and is active. */
    ACTIVATED("activated"),
    /** The code has another display. */
    DISPLAY("display"),
    /** The code has other parents. */
    MOVED("moved"),
    /** The code is mapped otherwise. */
    MAP("map"),
    /** The code is no longer in a value set. */
    LEFT_VALUE_SET("left-value-set"),
    /** The code was inactive before and still is. */
    STILL_INACTIVE("still-inactive"),
    /** The code is in neither version. */
    UNKNOWN("unknown");

    private final String code;

    ChangeKind(String code) {
        this.code = code;
    }

    /** As answers write it. */
    public String code() {
        return code;
    }
}
