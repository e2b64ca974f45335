/**
 * Questions about obligations, on two axes of time: what holds on a day ({@code date}), by what was decided up to a day
 * ({@code asOf}). {@link no.normverk.catalogue.requirement.ObligationIndex} is built once from a catalogue;
 * {@link no.normverk.catalogue.requirement.RequiredStandards}, {@link no.normverk.catalogue.requirement.Changes},
 * {@link no.normverk.catalogue.requirement.UpcomingDeadlines} and {@link no.normverk.catalogue.requirement.GapAnalysis} answer
 * from it. Knows nothing of FHIR, HTTP or how the catalogue is stored.
 */
@NullMarked
package no.normverk.catalogue.requirement;

import org.jspecify.annotations.NullMarked;
