/**
 * Time: on which days a code is valid, from which day a version is in force, and a code system as it was on a day. Knows nothing of why codes end; what replaces them is told by the code system.
 */
@NullMarked
package no.normverk.terminology.validity;

import org.jspecify.annotations.NullMarked;
