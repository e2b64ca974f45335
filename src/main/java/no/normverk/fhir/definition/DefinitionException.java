package no.normverk.fhir.definition;

/** A resource that cannot be read as a definition; the message says where in it and why. */
public final class DefinitionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public DefinitionException(String message) {
        super(message);
    }
}
