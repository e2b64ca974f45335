package no.normverk.snomed.ecl;

import no.normverk.snomed.ecl.Connective.Chain;
import no.normverk.snomed.syntax.TextCursor;

/** {@code eclRefinement}: attributes, groups, and the brackets among them. */
final class RefinementParser {
    private final TextCursor cursor;
    private final EclParser expressions;
    private final FocusParser foci;
    private final ComparisonParser comparisons;

    RefinementParser(TextCursor cursor, EclParser expressions, FocusParser foci, ComparisonParser comparisons) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.foci = foci;
        this.comparisons = comparisons;
    }

    /** {@code eclRefinement} */
    Refinement refinement() {
        cursor.skipSpace();
        Chain<Refinement> chain = Connective.chain(cursor, this::subRefinement);
        return switch (chain.connective()) {
            case OR -> Refinement.anyOf(chain.operands());
            case AND -> Refinement.allOf(chain.operands());
            case NONE, MINUS -> chain.operands().getFirst();
        };
    }

    private Refinement subRefinement() {
        if (atBracketedRefinement()) {
            cursor.enter();
            cursor.next();
            Refinement inner = refinement();
            cursor.expect(")", "\"AND\", \"OR\" or \")\"");
            cursor.leave();
            return inner;
        }
        Cardinality cardinality = cardinality();
        return cursor.looksAt("{") ? group(cardinality) : attribute(cardinality, "an attribute or a group");
    }

    private Refinement.Group group(Cardinality cardinality) {
        cursor.next();
        AttributeSet attributes = attributeSet();
        cursor.expect("}", "\"AND\", \"OR\" or \"}\"");
        return new Refinement.Group(cardinality, attributes);
    }

    /** {@code eclAttributeSet} */
    private AttributeSet attributeSet() {
        cursor.skipSpace();
        Chain<AttributeSet> chain = Connective.chain(cursor, this::subAttributeSet);
        return switch (chain.connective()) {
            case OR -> new AttributeSet.Disjunction(chain.operands());
            case AND -> new AttributeSet.Conjunction(chain.operands());
            case NONE, MINUS -> chain.operands().getFirst();
        };
    }

    private AttributeSet subAttributeSet() {
        if (!atBracketedRefinement()) {
            return attribute(cardinality(), "an attribute");
        }
        cursor.enter();
        cursor.next();
        AttributeSet inner = attributeSet();
        cursor.expect(")", "\"AND\", \"OR\" or \")\"");
        cursor.leave();
        return inner;
    }

    /**
     * A bracket opens a refinement unless it belongs to an attribute's name, after which a filter or a comparison operator
     * stands.
     */
    private boolean atBracketedRefinement() {
        if (!cursor.looksAt("(")) {
            return false;
        }
        int opening = cursor.position();
        int closing = cursor.closing(opening);
        if (closing < 0) {
            return true;
        }
        cursor.moveTo(closing + 1);
        cursor.skipSpace();
        boolean name = cursor.looksAt("{{") || comparisons.atOperator();
        cursor.moveTo(opening);
        return !name;
    }

    /** {@code ["[" cardinality "]" ws]} */
    private Cardinality cardinality() {
        int start = cursor.position();
        if (!cursor.accept("[")) {
            return Cardinality.DEFAULT;
        }
        int least = cursor.count(Cardinality.MANY - 1);
        to();
        int most = cursor.accept("*") || cursor.acceptWord("many") ? Cardinality.MANY : cursor.count(Cardinality.MANY - 1);
        cursor.expect("]", "\"]\" after a cardinality");
        if (most < least) {
            throw cursor.unexpectedAt(start + 1, "a cardinality whose least does not exceed its most");
        }
        cursor.skipSpace();
        return new Cardinality(least, most);
    }

    private void to() {
        if (cursor.accept("..")) {
            return;
        }
        if (!cursor.skipSpace() || !cursor.acceptWord("to")) {
            throw cursor.unexpected("\"..\" or \"to\" in a cardinality");
        }
        cursor.requireSpaceAfter("to");
    }

    /** {@code eclAttribute} after its cardinality. */
    private Attribute attribute(Cardinality cardinality, String what) {
        boolean reversed = reverseFlag();
        SubExpression name = expressions.subExpression(what);
        cursor.skipSpace();
        return new Attribute(cardinality, reversed, name, comparisons.ofAttribute());
    }

    private boolean reverseFlag() {
        if (foci.atAlternateIdentifier() || !cursor.acceptWord("r") && !cursor.acceptWord("reverseof")) {
            return false;
        }
        cursor.skipSpace();
        return true;
    }
}
