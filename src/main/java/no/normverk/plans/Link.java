package no.normverk.plans;

import java.util.Optional;

/**
 * Something to read about an intervention.
 *
 * @param kind what it leads to
 * @param title the name, or the text itself
 * @param url where it is
 */
public record Link(LinkKind kind, String title, Optional<String> url) {}
