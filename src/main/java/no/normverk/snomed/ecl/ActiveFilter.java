package no.normverk.snomed.ecl;

/** {@code activeFilter}: whether a description, a concept or a row of a reference set is active. */
public record ActiveFilter(Equality operator, boolean active) implements DescriptionFilter, ConceptFilter, MemberFilter {}
