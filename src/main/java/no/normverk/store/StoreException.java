package no.normverk.store;

/**
 * The store refuses: somebody else is writing, the state moved on, or the data directory is not one this program can use. The
 * message is for people.
 */
public final class StoreException extends RuntimeException {
    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
