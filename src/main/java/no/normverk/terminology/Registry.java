package no.normverk.terminology;

/** Everything the engine can answer from, immutable. */
public final class Registry {}
