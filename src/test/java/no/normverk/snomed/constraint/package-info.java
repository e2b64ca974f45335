@NullMarked
package no.normverk.snomed.constraint;

import org.jspecify.annotations.NullMarked;
