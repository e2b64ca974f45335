/**
 * The terminology that FHIR R4 itself defines (code systems, value sets and concept maps of the core specification, v2 tables and
 * v3 vocabulary), which every server has without anybody loading it. It is compiled from HAPI's copy when the project is built,
 * into one file of the jar; {@link no.normverk.fhir.base.BaseTerminology} reads that file. Nothing here is stored or versioned.
 */
@NullMarked
package no.normverk.fhir.base;

import org.jspecify.annotations.NullMarked;
