package no.normverk.snomed.constraint;

import java.util.List;

/** Components by SCTID: those listed, or the concepts of a plan. */
public sealed interface Ids {

    record Listed(List<Long> ids) implements Ids {}

    record Planned(Plan plan) implements Ids {}
}
