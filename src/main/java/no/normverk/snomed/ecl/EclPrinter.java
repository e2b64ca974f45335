package no.normverk.snomed.ecl;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes a tree in its canonical brief form: symbols for operators, single spaces, keywords spelt as in the ABNF, {@code [1..*]}
 * left out, sets of one without brackets. {@code EclParser.parse(print(tree))} equals the tree, within the parser's limits on
 * length and nesting.
 */
public final class EclPrinter {
    private final StringBuilder out = new StringBuilder();

    private EclPrinter() {}

    /** The text of a tree, terms included, on one line (unless a code or pattern holds a line end). */
    public static String print(EclExpression expression) {
        EclPrinter printer = new EclPrinter();
        printer.expression(expression);
        return printer.out.toString();
    }

    /** The text of a refinement alone. */
    public static String print(Refinement refinement) {
        EclPrinter printer = new EclPrinter();
        printer.refinement(refinement);
        return printer.out.toString();
    }

    /** The text of one filter in its double braces. */
    public static String print(FilterConstraint filter) {
        EclPrinter printer = new EclPrinter();
        new FilterPrinter(printer.out, printer::expression).filters(filter);
        return printer.out.toString().strip();
    }

    /** The text of a history supplement in its double braces. */
    public static String print(HistorySupplement history) {
        EclPrinter printer = new EclPrinter();
        new FilterPrinter(printer.out, printer::expression).history(history);
        return printer.out.toString().strip();
    }

    private void expression(EclExpression expression) {
        switch (expression) {
            case SubExpression sub -> subExpression(sub);
            case EclExpression.Conjunction(var operands) -> each(operands, " AND ", this::subExpression);
            case EclExpression.Disjunction(var operands) -> each(operands, " OR ", this::subExpression);
            case EclExpression.Exclusion(var included, var excluded) ->
                each(List.of(included, excluded), " MINUS ", this::subExpression);
            case EclExpression.Refined(var focus, var refinement) -> {
                subExpression(focus);
                out.append(": ");
                refinement(refinement);
            }
            case EclExpression.Dotted(var source, var attributes) -> {
                subExpression(source);
                out.append(" . ");
                each(attributes, " . ", this::subExpression);
            }
        }
    }

    private void subExpression(SubExpression sub) {
        if (sub.operator() != HierarchyOperator.SELF) {
            out.append(sub.operator().symbol()).append(' ');
        }
        memberOf(sub.memberOf());
        focus(sub.focus());
        FilterPrinter filters = new FilterPrinter(out, this::expression);
        sub.memberFilters().forEach(filters::memberFilters);
        sub.filters().forEach(filters::filters);
        filters.history(sub.history());
    }

    private void memberOf(MemberOf memberOf) {
        switch (memberOf) {
            case MemberOf.None _ -> { }
            case MemberOf.ReferencedComponents _ -> out.append("^ ");
            case MemberOf.EveryField _ -> out.append("^ [*] ");
            case MemberOf.Fields(var names) -> out.append("^ [").append(String.join(", ", names)).append("] ");
        }
    }

    private void focus(Focus focus) {
        switch (focus) {
            case ConceptReference concept -> out.append(concept(concept));
            case Focus.Wildcard _ -> out.append('*');
            case Focus.AlternateIdentifier(var scheme, var code, var term) -> {
                boolean plain = code.chars().allMatch(c -> FocusParser.isPlain((char) c));
                String identifier = scheme + "#" + code;
                out.append(plain ? identifier : '"' + identifier + '"').append(pipes(term));
            }
            case Focus.Nested(var inner) -> bracket(() -> expression(inner));
        }
    }

    private void refinement(Refinement refinement) {
        switch (refinement) {
            case Attribute attribute -> attribute(attribute);
            case AttributeSet.Conjunction(var operands) -> each(operands, ", ", this::refinementOperand);
            case AttributeSet.Disjunction(var operands) -> each(operands, " OR ", this::refinementOperand);
            case Refinement.Conjunction(var operands) -> each(operands, ", ", this::refinementOperand);
            case Refinement.Disjunction(var operands) -> each(operands, " OR ", this::refinementOperand);
            case Refinement.Group(var cardinality, var attributes) -> {
                cardinality(cardinality);
                out.append("{ ");
                refinement(attributes);
                out.append(" }");
            }
        }
    }

    private void refinementOperand(Refinement operand) {
        if (operand instanceof Attribute || operand instanceof Refinement.Group) {
            refinement(operand);
        } else {
            bracket(() -> refinement(operand));
        }
    }

    private void attribute(Attribute attribute) {
        cardinality(attribute.cardinality());
        if (attribute.reversed()) {
            out.append("R ");
        }
        subExpression(attribute.name());
        out.append(' ');
        new FilterPrinter(out, this::expression).comparison(attribute.comparison());
    }

    private void cardinality(Cardinality cardinality) {
        if (cardinality.equals(Cardinality.DEFAULT)) {
            return;
        }
        String most = cardinality.most() == Cardinality.MANY ? "*" : Integer.toString(cardinality.most());
        out.append('[').append(cardinality.least()).append("..").append(most).append("] ");
    }

    private void bracket(Runnable inner) {
        out.append('(');
        inner.run();
        out.append(')');
    }

    private <T> void each(List<? extends T> items, String separator, Consumer<T> print) {
        String before = "";
        for (T item : items) {
            out.append(before);
            print.accept(item);
            before = separator;
        }
    }

    static String concept(ConceptReference concept) {
        return concept.identifier() + pipes(concept.term());
    }

    private static String pipes(Optional<String> term) {
        return term.map(text -> " |" + text + "|").orElse("");
    }
}
