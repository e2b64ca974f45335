package no.normverk.catalogue;

import java.util.Optional;
import no.normverk.authoring.PartialDate;

/**
 * A change within an edition: the identifier stays, month and year are appended to it.
 *
 * @param date the month or day it was published
 * @param kind what sort of change, where the source says so
 * @param text what changed, in Norwegian
 */
public record Revision(PartialDate date, Optional<RevisionKind> kind, String text) {}
