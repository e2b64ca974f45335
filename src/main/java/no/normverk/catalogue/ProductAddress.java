package no.normverk.catalogue;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A web address as people come with it: with or without {@code https://} and {@code www.}, with a slash, a query or a fragment at the end. The Directorate's pages have moved from {@code ehelse.no/standarder/}
 * by {@code ehelse.no/standardisering/standarder/} to {@code helsedirektoratet.no/standarder/}, and the last part, in which dots have at times been hyphens, is what they have in common: old links are still in use.
 *
 * @param form what equal addresses have in common
 */
public record ProductAddress(String form) {

    private static final Pattern ADDRESS = Pattern.compile("(?:https?://)?(?:www\\.)?([\\w-]+(?:\\.[\\w-]+)*\\.[a-z]{2,}/[^\\s?#]*[^\\s?#/])/?(?:[?#].*)?");
    private static final Pattern MOVED = Pattern.compile("(?:ehelse|helsedirektoratet)\\.no/(?:standardisering/)?standarder/([^/]+)");

    /** The address, or empty when the text is none. */
    public static Optional<ProductAddress> parse(String text) {
        Matcher address = ADDRESS.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!address.matches()) {
            return Optional.empty();
        }
        Matcher moved = MOVED.matcher(address.group(1));
        return Optional.of(new ProductAddress(moved.matches() ? "standarder/" + moved.group(1).replace('.', '-') : address.group(1)));
    }

    /** Whether the product is read there, or was. */
    public boolean isOf(NormativeProduct product) {
        return Stream.concat(product.address().stream(), product.formerAddresses().stream())
                .flatMap(known -> parse(known).stream())
                .anyMatch(this::equals);
    }
}
