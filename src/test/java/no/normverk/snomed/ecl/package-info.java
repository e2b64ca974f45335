/** Tests of the Expression Constraint Language: examples, error positions, random trees and random damage. */
@NullMarked
package no.normverk.snomed.ecl;

import org.jspecify.annotations.NullMarked;
