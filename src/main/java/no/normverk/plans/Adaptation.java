package no.normverk.plans;

import no.normverk.authoring.LocalText;

/**
 * One thing that a derived plan has otherwise than its parent.
 *
 * @param element id of the element: the parent's where it was removed or replaced, a new one where it was added
 * @param reason why
 */
public record Adaptation(AdaptationKind kind, String element, LocalText reason) {}
