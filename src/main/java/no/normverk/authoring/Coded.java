package no.normverk.authoring;

/** A member of a closed vocabulary, known in files and in FHIR by its code. */
public interface Coded {

    /**
     * How a member is known.
     *
     * @param code unique within its vocabulary and never changed once published
     * @param title the name shown to people
     */
    record Label(String code, LocalText title) {}

    /** How it is known, to programs and to people. */
    Label label();

    /** The code, unique within its vocabulary and never changed once published. */
    default String code() {
        return label().code();
    }

    /** The name shown to people. */
    default LocalText title() {
        return label().title();
    }
}
