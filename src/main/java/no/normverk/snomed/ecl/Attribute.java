package no.normverk.snomed.ecl;

/**
 * {@code eclAttribute}: how many relationships of these types have a value that compares so.
 *
 * @param cardinality how many such relationships there must be, {@link Cardinality#DEFAULT} when not said
 * @param reversed {@code reverseFlag}: the concept is the relationship's destination and the value its source
 * @param name {@code eclAttributeName}: the relationship types
 * @param comparison the operator and the value
 */
public record Attribute(Cardinality cardinality, boolean reversed, SubExpression name, Comparison.OfAttribute comparison)
        implements AttributeSet {}
