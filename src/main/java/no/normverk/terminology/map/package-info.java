/** Concept maps: what a code of one system corresponds to in another, and how closely. */
@NullMarked
package no.normverk.terminology.map;

import org.jspecify.annotations.NullMarked;
