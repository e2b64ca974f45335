package no.normverk.loading;

/** Content is refused. The message, for people, begins with the place and tells the reason; nothing of the load was kept. */
public final class LoadingException extends RuntimeException {
    public LoadingException(Place place, String reason) {
        super(place + ": " + reason);
    }

    public LoadingException(String message) {
        super(message);
    }
}
