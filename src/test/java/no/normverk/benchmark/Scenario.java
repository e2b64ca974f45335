package no.normverk.benchmark;

import java.util.List;

/**
 * Requests of one kind, asked in turn.
 *
 * @param name what the report calls it
 * @param requests at least one; so many different ones that no answer is in a cache of the processor
 */
record Scenario(String name, List<Request> requests) {}
