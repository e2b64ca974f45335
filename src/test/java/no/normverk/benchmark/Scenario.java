package no.normverk.benchmark;

import java.util.List;

/**
 * Requests of one kind, asked in turn.
 *
 * @param name what the report calls it
 * @param requests at least one; so many different ones that no answer is in a cache of the processor, and no plan in one of ours
 * @param goal what it is to cost, and what it costs others
 */
record Scenario(String name, List<Request> requests, Goal goal) {}
