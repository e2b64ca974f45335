/** The commands and the wiring of Normverk: everything below is assembled here, and nothing below knows this package. */
@NullMarked
package no.normverk;

import org.jspecify.annotations.NullMarked;
