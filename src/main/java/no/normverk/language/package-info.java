/**
 * Language tags of BCP 47 as a code system: {@link no.normverk.language.LanguageTags}. Every tag that is valid by RFC 5646 and the IANA Language Subtag Registry is a concept, named in
 * English from the registry's descriptions. This package knows nothing of HTTP, FHIR resources or other code systems.
 */
@NullMarked
package no.normverk.language;

import org.jspecify.annotations.NullMarked;
