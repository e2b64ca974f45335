package no.normverk.snomed.ecl;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The printer's half for what stands in double braces and after comparison operators. */
final class FilterPrinter {
    private final StringBuilder out;
    private final Consumer<EclExpression> expressions;

    FilterPrinter(StringBuilder out, Consumer<EclExpression> expressions) {
        this.out = out;
        this.expressions = expressions;
    }

    void memberFilters(MemberFilterConstraint constraint) {
        braces("M ", constraint.filters(), this::memberFilter);
    }

    void filters(FilterConstraint constraint) {
        switch (constraint) {
            case FilterConstraint.OfDescriptions(var filters) -> braces("D ", filters, this::descriptionFilter);
            case FilterConstraint.OfConcepts(var filters) -> braces("C ", filters, this::conceptFilter);
        }
    }

    void history(HistorySupplement history) {
        switch (history) {
            case HistorySupplement.None _ -> { }
            case HistorySupplement.Profile profile ->
                out.append(" {{ + HISTORY").append(profile.suffix().isEmpty() ? "" : "-").append(profile.suffix()).append(" }}");
            case HistorySupplement.Subset(var associations) -> {
                out.append(" {{ + HISTORY (");
                expressions.accept(associations);
                out.append(") }}");
            }
        }
    }

    private <T> void braces(String kind, List<T> filters, Consumer<T> print) {
        String before = " {{ " + kind;
        for (T filter : filters) {
            out.append(before);
            print.accept(filter);
            before = ", ";
        }
        out.append(" }}");
    }

    private void memberFilter(MemberFilter filter) {
        switch (filter) {
            case MemberFilter.Field(var name, var comparison) -> {
                out.append(name).append(' ');
                comparison(comparison);
            }
            case ModuleFilter module -> module(module);
            case EffectiveTimeFilter time -> effectiveTime(time);
            case ActiveFilter active -> active(active);
        }
    }

    private void conceptFilter(ConceptFilter filter) {
        switch (filter) {
            case ConceptFilter.DefinitionStatusId(var operator, var statuses) ->
                concepts("definitionStatusId", operator, statuses);
            case ConceptFilter.DefinitionStatus(var operator, var statuses) ->
                keyword("definitionStatus", operator).append(set(statuses, ConceptFilter.Status::token));
            case ModuleFilter module -> module(module);
            case EffectiveTimeFilter time -> effectiveTime(time);
            case ActiveFilter active -> active(active);
        }
    }

    private void descriptionFilter(DescriptionFilter filter) {
        switch (filter) {
            case DescriptionFilter.Term(var operator, var terms) ->
                keyword("term", operator).append(set(terms, FilterPrinter::searchTerm));
            case DescriptionFilter.Language(var operator, var codes) ->
                keyword("language", operator).append(set(codes, code -> code));
            case DescriptionFilter.TypeId(var operator, var types) -> concepts("typeId", operator, types);
            case DescriptionFilter.Type(var operator, var types) ->
                keyword("type", operator).append(set(types, DescriptionType::token));
            case DescriptionFilter.DialectId(var operator, var dialects, var acceptability) -> {
                keyword("dialectId", operator);
                dialects(dialects);
                out.append(acceptability(acceptability));
            }
            case DescriptionFilter.Dialect(var operator, var dialects, var acceptability) ->
                keyword("dialect", operator).append(aliases(dialects)).append(acceptability(acceptability));
            case DescriptionFilter.Id(var operator, var identifiers) ->
                keyword("id", operator).append(set(identifiers, String::valueOf));
            case ModuleFilter module -> module(module);
            case EffectiveTimeFilter time -> effectiveTime(time);
            case ActiveFilter active -> active(active);
        }
    }

    private void dialects(DialectOperand dialects) {
        switch (dialects) {
            case SubExpression expression -> expressions.accept(expression);
            case DialectIdSet(var listed) -> out.append(bracketed(
                    listed, dialect -> EclPrinter.concept(dialect.referenceSet()) + acceptability(dialect.acceptability())));
        }
    }

    private static String aliases(List<DialectAlias> dialects) {
        boolean plain = dialects.size() == 1 && dialects.getFirst().acceptability() instanceof Acceptability.Any;
        return plain
                ? dialects.getFirst().alias()
                : bracketed(dialects, dialect -> dialect.alias() + acceptability(dialect.acceptability()));
    }

    private static String acceptability(Acceptability acceptability) {
        return switch (acceptability) {
            case Acceptability.Any _ -> "";
            case Acceptability.Tokens(var tokens) -> " " + bracketed(tokens, Acceptability.Token::token);
            case Acceptability.Concepts(var concepts) -> " " + bracketed(concepts, EclPrinter::concept);
        };
    }

    private void module(ModuleFilter filter) {
        concepts("moduleId", filter.operator(), filter.modules());
    }

    private void effectiveTime(EffectiveTimeFilter filter) {
        out.append("effectiveTime ").append(filter.operator().symbol()).append(' ');
        out.append(set(filter.times(), FilterPrinter::time));
    }

    private void active(ActiveFilter filter) {
        keyword("active", filter.operator()).append(filter.active());
    }

    private void concepts(String keyword, Equality operator, ConceptOperand concepts) {
        keyword(keyword, operator);
        switch (concepts) {
            case SubExpression expression -> expressions.accept(expression);
            case ConceptReferenceSet(var listed) -> out.append(bracketed(listed, EclPrinter::concept));
        }
    }

    private StringBuilder keyword(String keyword, Equality operator) {
        return out.append(keyword).append(' ').append(operator.symbol()).append(' ');
    }

    /** The operator and the value. */
    void comparison(Comparison comparison) {
        switch (comparison) {
            case Comparison.Concepts(var operator, var value) -> {
                out.append(operator.symbol()).append(' ');
                expressions.accept(value);
            }
            case Comparison.Number(var operator, var value) ->
                out.append(operator.symbol()).append(" #").append(value.toPlainString());
            case Comparison.Text(var operator, var terms) ->
                out.append(operator.symbol()).append(' ').append(set(terms, FilterPrinter::searchTerm));
            case Comparison.Bool(var operator, var value) -> out.append(operator.symbol()).append(' ').append(value);
            case Comparison.Times(var operator, var values) ->
                out.append(operator.symbol()).append(' ').append(set(values, FilterPrinter::time));
        }
    }

    private static String searchTerm(SearchTerm term) {
        return switch (term) {
            case SearchTerm.Match match -> {
                String quoted = '"' + escaped(match.text()) + '"';
                yield match.text().indexOf('#') < 0 ? quoted : "match:" + quoted;
            }
            case SearchTerm.Exact(var text) -> "exact:\"" + escaped(text) + '"';
            case SearchTerm.Regex(var pattern) -> "regex:\"" + pattern.replace("\"", "\\\"") + '"';
            case SearchTerm.Wild(var segments) ->
                segments.stream()
                        .map(segment -> escaped(segment).replace("*", "\\*"))
                        .collect(Collectors.joining("*", "wild:\"", "\""));
        };
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String time(TimeValue time) {
        return '"' + time.date().map(DateTimeFormatter.BASIC_ISO_DATE::format).orElse("") + '"';
    }

    private static <T> String set(List<T> items, Function<T, String> print) {
        return items.size() == 1 ? print.apply(items.getFirst()) : bracketed(items, print);
    }

    private static <T> String bracketed(List<T> items, Function<T, String> print) {
        return items.stream().map(print).collect(Collectors.joining(" ", "(", ")"));
    }
}
