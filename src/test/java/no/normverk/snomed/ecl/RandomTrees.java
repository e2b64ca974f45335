package no.normverk.snomed.ecl;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import no.normverk.snomed.syntax.Lexical;

/** Random expression constraints that use every record of the tree. */
final class RandomTrees {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String AWKWARD = "\"\\|*#/(){}[]:,.=<>!^+-_ æØ\u00a0\u0085";

    private final Random random;

    RandomTrees(Random random) {
        this.random = random;
    }

    EclExpression expression(int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(6)) {
            case 1 -> new EclExpression.Conjunction(some(2, () -> sub(depth - 1)));
            case 2 -> new EclExpression.Disjunction(some(2, () -> sub(depth - 1)));
            case 3 -> new EclExpression.Exclusion(sub(depth - 1), sub(depth - 1));
            case 4 -> new EclExpression.Dotted(sub(depth - 1), some(1, () -> sub(depth - 1)));
            case 5 -> new EclExpression.Refined(sub(depth - 1), refinement(depth - 1));
            default -> sub(depth);
        };
    }

    private SubExpression sub(int depth) {
        SubExpression bare = SubExpression.of(one(HierarchyOperator.values()), focus(depth));
        if (random.nextInt(3) > 0) {
            return bare;
        }
        return new SubExpression(
                bare.operator(), memberOf(), bare.focus(),
                few(() -> new MemberFilterConstraint(some(1, () -> memberFilter(depth)))),
                few(() -> filterConstraint(depth)),
                history(depth));
    }

    private MemberOf memberOf() {
        return switch (random.nextInt(4)) {
            case 0 -> new MemberOf.ReferencedComponents();
            case 1 -> new MemberOf.Fields(some(2, this::letters));
            case 2 -> new MemberOf.EveryField();
            default -> new MemberOf.None();
        };
    }

    private Focus focus(int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> new Focus.Wildcard();
            case 1 -> new Focus.AlternateIdentifier(alias(), code(), term());
            case 2, 3 -> concept();
            default -> new Focus.Nested(expression(depth - 1));
        };
    }

    private ConceptReference concept() {
        long identifier =
                random.nextLong(Lexical.LEAST_IDENTIFIER, random.nextBoolean() ? 1_000_000 : Lexical.GREATEST_IDENTIFIER + 1);
        return new ConceptReference(identifier, term());
    }

    private Refinement refinement(int depth) {
        return switch (random.nextInt(depth <= 0 ? 2 : 4)) {
            case 0 -> attributeSet(depth);
            case 1 -> new Refinement.Group(cardinality(), attributeSet(depth));
            case 2 -> Refinement.allOf(some(2, () -> refinement(depth - 1)));
            default -> Refinement.anyOf(some(2, () -> refinement(depth - 1)));
        };
    }

    private AttributeSet attributeSet(int depth) {
        return switch (random.nextInt(depth <= 0 ? 1 : 3)) {
            case 1 -> new AttributeSet.Conjunction(some(2, () -> attributeSet(depth - 1)));
            case 2 -> new AttributeSet.Disjunction(some(2, () -> attributeSet(depth - 1)));
            default ->
                new Attribute(cardinality(), random.nextBoolean(), sub(Math.max(0, depth - 1)), attributeComparison(depth));
        };
    }

    private Cardinality cardinality() {
        int least = random.nextInt(3);
        return random.nextBoolean()
                ? Cardinality.DEFAULT
                : new Cardinality(least, random.nextBoolean() ? Cardinality.MANY : least + random.nextInt(4));
    }

    private Comparison.OfAttribute attributeComparison(int depth) {
        return switch (random.nextInt(5)) {
            case 0 -> new Comparison.Number(one(Order.values()), number());
            case 1 -> new Comparison.Text(equality(), some(1, this::searchTerm));
            case 2 -> new Comparison.Bool(equality(), random.nextBoolean());
            default -> new Comparison.Concepts(equality(), sub(Math.max(0, depth - 1)));
        };
    }

    private BigDecimal number() {
        return new BigDecimal(new BigInteger(random.nextInt(1, 80), random), random.nextInt(-3, 12))
                .multiply(BigDecimal.valueOf(random.nextBoolean() ? 1 : -1));
    }

    private SearchTerm searchTerm() {
        if (random.nextBoolean()) {
            return new SearchTerm.Match(some(1, this::word));
        }
        if (random.nextInt(4) == 0) {
            return random.nextBoolean()
                    ? new SearchTerm.Exact(word())
                    : new SearchTerm.Regex(word().replace("\\", "\\\\") + "\\w+\"?");
        }
        List<String> segments = some(1, () -> random.nextInt(3) == 0 ? "" : text());
        return new SearchTerm.Wild(segments.equals(List.of("")) ? List.of("", "") : segments);
    }

    private MemberFilter memberFilter(int depth) {
        return switch (random.nextInt(4)) {
            case 0 -> moduleFilter(depth);
            case 1 -> effectiveTimeFilter();
            case 2 -> activeFilter();
            default -> new MemberFilter.Field(letters(), random.nextInt(4) == 0 ? times() : attributeComparison(depth));
        };
    }

    private Comparison times() {
        List<TimeValue> times = new ArrayList<>(some(1, this::time));
        Order order = one(Order.values());
        if (order.isEquality()) {
            times.add(random.nextInt(times.size() + 1), new TimeValue(Optional.empty()));
        }
        return new Comparison.Times(order, times);
    }

    private FilterConstraint filterConstraint(int depth) {
        return random.nextBoolean()
                ? new FilterConstraint.OfConcepts(some(1, () -> conceptFilter(depth)))
                : new FilterConstraint.OfDescriptions(some(1, () -> descriptionFilter(depth)));
    }

    private ConceptFilter conceptFilter(int depth) {
        return switch (random.nextInt(5)) {
            case 0 -> moduleFilter(depth);
            case 1 -> effectiveTimeFilter();
            case 2 -> activeFilter();
            case 3 -> new ConceptFilter.DefinitionStatus(equality(), some(1, () -> one(ConceptFilter.Status.values())));
            default -> new ConceptFilter.DefinitionStatusId(equality(), conceptOperand(depth));
        };
    }

    private DescriptionFilter descriptionFilter(int depth) {
        return switch (random.nextInt(10)) {
            case 0 -> moduleFilter(depth);
            case 1 -> effectiveTimeFilter();
            case 2 -> activeFilter();
            case 3 -> new DescriptionFilter.Language(equality(), some(1, () -> "" + lower() + lower()));
            case 4 -> new DescriptionFilter.TypeId(equality(), conceptOperand(depth));
            case 5 -> new DescriptionFilter.Type(equality(), some(1, () -> one(DescriptionType.values())));
            case 6 -> new DescriptionFilter.DialectId(equality(), dialectOperand(depth), acceptability());
            case 7 ->
                new DescriptionFilter.Dialect(
                        equality(), some(1, () -> new DialectAlias(alias(), acceptability())), acceptability());
            case 8 -> new DescriptionFilter.Id(equality(), some(1, () -> concept().identifier()));
            default -> new DescriptionFilter.Term(equality(), some(1, this::searchTerm));
        };
    }

    private ModuleFilter moduleFilter(int depth) {
        return new ModuleFilter(equality(), conceptOperand(depth));
    }

    private EffectiveTimeFilter effectiveTimeFilter() {
        return new EffectiveTimeFilter(one(Order.values()), some(1, this::time));
    }

    private ActiveFilter activeFilter() {
        return new ActiveFilter(equality(), random.nextBoolean());
    }

    private TimeValue time() {
        return new TimeValue(random.nextInt(4) == 0
                ? Optional.empty()
                : Optional.of(LocalDate.of(1000, 1, 1).plusDays(random.nextInt(3_000_000))));
    }

    private ConceptOperand conceptOperand(int depth) {
        return random.nextBoolean() ? new ConceptReferenceSet(some(2, this::concept)) : sub(Math.max(0, depth - 1));
    }

    private DialectOperand dialectOperand(int depth) {
        return random.nextBoolean()
                ? new DialectIdSet(some(2, () -> new DialectIdSet.Dialect(concept(), acceptability())))
                : sub(Math.max(0, depth - 1));
    }

    private Acceptability acceptability() {
        return switch (random.nextInt(3)) {
            case 0 -> new Acceptability.Tokens(some(1, () -> one(Acceptability.Token.values())));
            case 1 -> new Acceptability.Concepts(some(1, this::concept));
            default -> new Acceptability.Any();
        };
    }

    private HistorySupplement history(int depth) {
        return switch (random.nextInt(depth == 0 ? 2 : 3)) {
            case 0 -> new HistorySupplement.None();
            case 1 -> one(HistorySupplement.Profile.values());
            default -> new HistorySupplement.Subset(expression(depth - 1));
        };
    }

    private Equality equality() {
        return one(Equality.values());
    }

    private Optional<String> term() {
        String term = text().replace("|", "").strip().replaceAll("^[ \u00a0\u0085]+|[ \u00a0\u0085]+$", "");
        return term.isEmpty() ? Optional.empty() : Optional.of(term);
    }

    private String word() {
        return text().replace(" ", "") + lower();
    }

    private String code() {
        String code = text().replace("\"", "").replace("\\", "");
        return code.isEmpty() ? "1" : code;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            text.append(random.nextInt(3) == 0 ? AWKWARD.charAt(random.nextInt(AWKWARD.length())) : lower());
        }
        return text.toString();
    }

    private String alias() {
        String keyword = switch (random.nextInt(12)) {
            case 0 -> "any";
            case 1 -> "R";
            case 2 -> "true";
            case 3 -> "top";
            case 4 -> "wild";
            case 5 -> "memberOf";
            default -> letters();
        };
        return random.nextBoolean() ? keyword : keyword + "-" + random.nextInt(100);
    }

    private String letters() {
        StringBuilder letters = new StringBuilder("x");
        for (int i = random.nextInt(6); i >= 0; i--) {
            letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return letters.toString();
    }

    private char lower() {
        return LETTERS.charAt(random.nextInt(26));
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> List<T> some(int least, Supplier<T> item) {
        List<T> items = new ArrayList<>();
        for (int i = least + random.nextInt(2); i > 0; i--) {
            items.add(item.get());
        }
        return items;
    }

    private <T> List<T> few(Supplier<T> item) {
        return random.nextBoolean() ? List.of() : some(1, item);
    }
}
