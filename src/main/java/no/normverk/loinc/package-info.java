/**
 * LOINC: from the files of a release to a code system version. {@link no.normverk.loinc.LoincRelease} reads; {@link no.normverk.loinc.LoincValueSets} knows the value sets that LOINC's URLs
 * stand for. Property names, filters and value set URLs are those that https://terminology.hl7.org/LOINC.html defines. Everything is held in memory. This package knows nothing of HTTP,
 * FHIR resources, SQL or other code systems.
 */
@NullMarked
package no.normverk.loinc;

import org.jspecify.annotations.NullMarked;
