package no.normverk.authoring;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Addresses of pages on the web. */
public final class WebAddress {

    private WebAddress() {}

    /** The address, or empty when the text is no {@code http} or {@code https} address with a host. */
    public static Optional<String> parse(String text) {
        try {
            URI address = new URI(text);
            boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            return Optional.of(text).filter(any -> web && address.getHost() != null);
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }
}
