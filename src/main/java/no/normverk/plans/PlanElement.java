package no.normverk.plans;

import no.normverk.authoring.LocalText;

/** A problem, goal or intervention: a term for people (ICNP's), a code for machines (SNOMED CT's). */
public sealed interface PlanElement permits Problem, Goal, Intervention {

    /** Unique within the plan and the same in all its versions and in plans derived from it. */
    String id();

    PlanCode code();

    /** What the user reads. */
    LocalText text();

    ElementKind kind();
}
