/**
 * Benchmarks of the engine without HTTP, with JMH, and {@link no.normverk.benchmark.engine.Growth}, which runs them for editions of growing size. How to run them is told in
 * {@code docs/performance.md}.
 */
@NullUnmarked // JMH fills the states after making them
package no.normverk.benchmark.engine;

import org.jspecify.annotations.NullUnmarked;
