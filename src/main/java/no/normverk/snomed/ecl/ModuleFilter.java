package no.normverk.snomed.ecl;

/** {@code moduleFilter}: the module of a description, a concept or a row of a reference set. */
public record ModuleFilter(Equality operator, ConceptOperand modules) implements DescriptionFilter, ConceptFilter, MemberFilter {}
