package no.normverk.plans;

import java.util.Optional;

/**
 * Something that a plan is built on.
 *
 * @param kind what kind of evidence
 * @param title what it is called
 * @param url where it is
 */
public record Evidence(EvidenceKind kind, String title, Optional<String> url) {}
