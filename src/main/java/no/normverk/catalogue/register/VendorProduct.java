package no.normverk.catalogue.register;

import java.util.List;
import java.util.Optional;

/**
 * One version of a product of a vendor, and what is claimed of it.
 *
 * @param key unique and stable
 * @param name the product's name
 * @param version its version
 * @param vendor who makes it
 * @param url where it is presented
 * @param synthetic whether it is made up, as an example
 * @param claims what is claimed of it
 */
public record VendorProduct(
        String key, String name, String version, String vendor, Optional<String> url, boolean synthetic, List<RegisteredClaim> claims) {

    public VendorProduct {
        claims = List.copyOf(claims);
    }
}
