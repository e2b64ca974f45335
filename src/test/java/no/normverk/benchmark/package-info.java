/**
 * The benchmark: the real server in a process of its own, measured beside a bare servlet of the same container that sends the same bytes.
 * {@link no.normverk.benchmark.Benchmark} runs it; {@code docs/performance.md} tells how, and holds what was measured. Nothing here is a test, and no test
 * needs it.
 */
@NullMarked
package no.normverk.benchmark;

import org.jspecify.annotations.NullMarked;
