package no.normverk.snomed.ecl;

import static no.normverk.snomed.syntax.Lexical.isDigit;
import static no.normverk.snomed.syntax.Lexical.isLetter;

import java.util.ArrayList;
import java.util.List;
import no.normverk.snomed.syntax.TextCursor;

/** The front of a sub-expression: {@code constraintOperator}, {@code memberOf}, {@code eclFocusConcept}. */
final class FocusParser {
    private static final List<HierarchyOperator> LONGEST_SYMBOL_FIRST = List.of(
            HierarchyOperator.TOP,
            HierarchyOperator.BOTTOM,
            HierarchyOperator.CHILD_OR_SELF_OF,
            HierarchyOperator.PARENT_OR_SELF_OF,
            HierarchyOperator.DESCENDANT_OR_SELF_OF,
            HierarchyOperator.ANCESTOR_OR_SELF_OF,
            HierarchyOperator.CHILD_OF,
            HierarchyOperator.PARENT_OF,
            HierarchyOperator.DESCENDANT_OF,
            HierarchyOperator.ANCESTOR_OF);

    private final TextCursor cursor;
    private final EclParser expressions;

    FocusParser(TextCursor cursor, EclParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    /** {@code [constraintOperator ws]} */
    HierarchyOperator operator() {
        String word = atAlternateIdentifier() ? "" : cursor.word();
        for (HierarchyOperator operator : LONGEST_SYMBOL_FIRST) {
            if (cursor.accept(operator.symbol())) {
                cursor.skipSpace();
                return operator;
            }
            if (word.equals(operator.keyword())) {
                cursor.requireSpaceAfter(cursor.readLetters());
                return operator;
            }
        }
        return HierarchyOperator.SELF;
    }

    /** {@code [memberOf ws]} */
    MemberOf memberOf() {
        if (atAlternateIdentifier() || !cursor.accept("^") && !cursor.acceptWord("memberof")) {
            return new MemberOf.None();
        }
        cursor.skipSpace();
        if (!cursor.accept("[")) {
            return new MemberOf.ReferencedComponents();
        }
        cursor.skipSpace();
        MemberOf fields = cursor.accept("*") ? new MemberOf.EveryField() : fields();
        cursor.skipSpace();
        cursor.expect("]", "\",\" or \"]\" after a reference set field");
        cursor.skipSpace();
        return fields;
    }

    private MemberOf fields() {
        List<String> names = new ArrayList<>();
        do {
            cursor.skipSpace();
            names.add(fieldName());
            cursor.skipSpace();
        } while (cursor.accept(","));
        boolean any = names.size() == 1 && names.getFirst().equalsIgnoreCase("any");
        return any ? new MemberOf.EveryField() : new MemberOf.Fields(names);
    }

    /** {@code refsetFieldName} */
    String fieldName() {
        String name = cursor.readLetters();
        if (name.isEmpty()) {
            throw cursor.unexpected("the name of a reference set field");
        }
        return name;
    }

    /** {@code eclFocusConcept / "(" ws expressionConstraint ws ")"} */
    Focus focus(String what) {
        char c = cursor.peek();
        if (isDigit(c)) {
            return concept();
        }
        if (cursor.looksAt("(")) {
            return new Focus.Nested(expressions.bracketed());
        }
        if (atAlternateIdentifier()) {
            return alternateIdentifier();
        }
        if (cursor.accept("*") || cursor.acceptWord("any")) {
            return new Focus.Wildcard();
        }
        throw cursor.unexpected(what + " (an identifier, \"*\" or a bracket)");
    }

    /** {@code eclConceptReference} */
    ConceptReference concept() {
        return new ConceptReference(cursor.identifier(), cursor.optionalTerm());
    }

    /**
     * True where a bracket opens a list of concepts and not a sub-expression.
     *
     * @param afterFirst the characters that show it when they follow the first concept
     */
    boolean atListedConcepts(String afterFirst) {
        int start = cursor.position();
        boolean listed = false;
        if (cursor.accept("(")) {
            cursor.skipSpace();
            if (isDigit(cursor.peek())) {
                concept();
                cursor.skipSpace();
                listed = afterFirst.indexOf(cursor.peek()) >= 0;
            }
        }
        cursor.moveTo(start);
        return listed;
    }

    /** True where an {@code altIdentifier} starts, quoted or not. */
    boolean atAlternateIdentifier() {
        int start = cursor.position();
        boolean quoted = cursor.accept("\"");
        boolean found = skipScheme() && cursor.accept("#") && (!quoted || skipQuotedCode());
        cursor.moveTo(start);
        return found;
    }

    private boolean skipScheme() {
        if (!isLetter(cursor.peek())) {
            return false;
        }
        while (Shape.isAliasCharacter(cursor.peek())) {
            cursor.next();
        }
        return true;
    }

    private boolean skipQuotedCode() {
        int start = cursor.position();
        while (!cursor.atEnd() && cursor.peek() != '"' && cursor.peek() != '\\') {
            cursor.next();
        }
        return cursor.looksAt("\"") && cursor.position() > start;
    }

    /** {@code altIdentifier} */
    Focus.AlternateIdentifier alternateIdentifier() {
        boolean quoted = cursor.accept("\"");
        int start = cursor.position();
        skipScheme();
        String scheme = cursor.since(start);
        cursor.next();
        int codeStart = cursor.position();
        if (quoted) {
            skipQuotedCode();
        } else {
            skipPlainCode();
        }
        String code = cursor.since(codeStart);
        if (quoted) {
            cursor.next();
        }
        return new Focus.AlternateIdentifier(scheme, code, cursor.optionalTerm());
    }

    private void skipPlainCode() {
        if (!isPlain(cursor.peek())) {
            throw cursor.unexpected("a code after \"#\"");
        }
        while (isPlain(cursor.peek())) {
            cursor.next();
        }
    }

    /** True for the characters of {@code altIdentifierCodeWithoutQuotes}. */
    static boolean isPlain(char c) {
        return isLetter(c) || isDigit(c) || c == '-' || c == '.' || c == '_';
    }
}
