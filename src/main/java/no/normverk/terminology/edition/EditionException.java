package no.normverk.terminology.edition;

import java.io.IOException;

/** An edition on disk that cannot be used: damaged, incomplete, or of another format version. The message names the file. */
public final class EditionException extends IOException {

    private static final long serialVersionUID = 1;

    public EditionException(String message) {
        super(message);
    }

    public EditionException(String message, Throwable cause) {
        super(message, cause);
    }
}
