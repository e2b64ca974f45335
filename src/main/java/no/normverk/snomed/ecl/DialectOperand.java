package no.normverk.snomed.ecl;

/** The language reference sets that a dialect filter compares with: {@code subExpressionConstraint / dialectIdSet}. */
public sealed interface DialectOperand permits SubExpression, DialectIdSet {}
