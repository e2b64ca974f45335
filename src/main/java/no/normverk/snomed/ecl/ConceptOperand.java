package no.normverk.snomed.ecl;

/** The concepts that a filter on a concept column compares with: {@code subExpressionConstraint / eclConceptReferenceSet}. */
public sealed interface ConceptOperand permits SubExpression, ConceptReferenceSet {}
