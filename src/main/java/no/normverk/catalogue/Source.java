package no.normverk.catalogue;

import java.util.Optional;

/**
 * Evidence for what a product's file says.
 *
 * @param title what was read
 * @param url where
 * @param seen the time the content is known to be from: a date or, for a page seen in several states, a span such
 *     as {@code 2018/2020}
 */
public record Source(String title, Optional<String> url, Optional<String> seen) {}
