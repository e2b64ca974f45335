/** What systems of codes and identifiers are called: OIDs, URIs and other names of one and the same. {@link no.normverk.terminology.naming.NamingSystems} finds a system by any of them. */
@NullMarked
package no.normverk.terminology.naming;

import org.jspecify.annotations.NullMarked;
