package no.normverk.store;

import java.time.Instant;

/**
 * One line of the change log.
 *
 * @param number counts from 1 without gaps
 * @param at when it was committed
 * @param kind where the content came from
 * @param source the names of the files, for people
 * @param digest SHA-256 of the content, as lower-case hexadecimal
 * @param counts what was kept, as a JSON object of numbers by resource type
 * @param who who asked for it
 */
public record LoadEntry(
        long number, Instant at, LoadKind kind, String source, String digest, String counts, String who) {}
