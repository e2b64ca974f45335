/** Code system versions in memory, made from a definition: small systems, those a request brings with it, and supplements. */
@NullMarked
package no.normverk.terminology.memory;

import org.jspecify.annotations.NullMarked;
