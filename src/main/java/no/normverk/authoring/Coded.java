package no.normverk.authoring;

/** A member of a closed vocabulary, known in files and in FHIR by its code. */
public interface Coded {

    /** The code, unique within its vocabulary and never changed once published. */
    String code();

    /** The name shown to people. */
    LocalText title();
}
