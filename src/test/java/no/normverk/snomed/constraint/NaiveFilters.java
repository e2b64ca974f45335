package no.normverk.snomed.constraint;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.normverk.snomed.Sctid;
import no.normverk.snomed.ecl.Acceptability;
import no.normverk.snomed.ecl.ActiveFilter;
import no.normverk.snomed.ecl.Comparison;
import no.normverk.snomed.ecl.ConceptFilter;
import no.normverk.snomed.ecl.ConceptOperand;
import no.normverk.snomed.ecl.ConceptReferenceSet;
import no.normverk.snomed.ecl.DescriptionFilter;
import no.normverk.snomed.ecl.DialectIdSet;
import no.normverk.snomed.ecl.EffectiveTimeFilter;
import no.normverk.snomed.ecl.Equality;
import no.normverk.snomed.ecl.MemberFilter;
import no.normverk.snomed.ecl.ModuleFilter;
import no.normverk.snomed.ecl.Order;
import no.normverk.snomed.ecl.SearchTerm;
import no.normverk.snomed.ecl.SubExpression;
import no.normverk.snomed.ecl.TimeValue;

/** Filters answered from their definition, one component at a time. */
final class NaiveFilters {

    /** A row of a reference set; the target is 0, and the day empty, where there is no such column. */
    record Row(long refset, long component, long target, String since, boolean active, RandomOntology.Origin origin) {}

    private final NaiveAnswer answers;

    NaiveFilters(NaiveAnswer answers) {
        this.answers = answers;
    }

    private static boolean is(Equality operator, boolean equal) {
        return equal == (operator == Equality.EQUAL);
    }

    private Set<Long> ids(ConceptOperand operand) {
        return switch (operand) {
            case ConceptReferenceSet(var listed) -> listed.stream().map(each -> each.identifier()).collect(Collectors.toSet());
            case SubExpression sub -> answers.evaluate(sub);
        };
    }

    private boolean isIn(ModuleFilter filter, RandomOntology.Origin origin) {
        return is(filter.operator(), ids(filter.modules()).contains(origin.module()));
    }

    /** After {@code !=} the day must differ from all, otherwise it stands so to one of them. */
    private static boolean isOf(Order operator, List<TimeValue> times, String day) {
        int number = day.isEmpty() ? 0 : Integer.parseInt(day);
        List<Boolean> each = times.stream()
                .map(time -> time.date().map(DateTimeFormatter.BASIC_ISO_DATE::format).orElse("0"))
                .map(time -> NaiveAnswer.compares(operator, Integer.compare(number, Integer.parseInt(time))))
                .toList();
        return operator == Order.NOT_EQUAL ? !each.contains(false) : each.contains(true);
    }

    private static boolean isOf(EffectiveTimeFilter filter, RandomOntology.Origin origin) {
        return isOf(filter.operator(), filter.times(), origin.day());
    }

    /** Without a filter on the status only active rows count. */
    boolean ofRows(List<MemberFilter> filters, Row row) {
        boolean asksForStatus = filters.stream().anyMatch(ActiveFilter.class::isInstance);
        return (asksForStatus || row.active) && filters.stream().allMatch(filter -> ofRow(filter, row));
    }

    private boolean ofRow(MemberFilter filter, Row row) {
        return switch (filter) {
            case ActiveFilter active -> is(active.operator(), row.active == active.active());
            case ModuleFilter module -> isIn(module, row.origin);
            case EffectiveTimeFilter time -> isOf(time, row.origin);
            case MemberFilter.Field(_, Comparison.Concepts(var operator, var value)) ->
                is(operator, answers.evaluate(value).contains(row.target));
            case MemberFilter.Field(_, Comparison.Times(var operator, var times)) ->
                !row.since.equals("soon") && isOf(operator, times, row.since);
            case MemberFilter.Field(_, Comparison.Text(var operator, var terms)) ->
                is(operator, terms.stream().anyMatch(term -> isValue(term, row.since)));
            default -> throw new IllegalArgumentException(filter.toString());
        };
    }

    boolean ofConcept(ConceptFilter filter, long concept, RandomOntology ontology) {
        boolean defined = ontology.defined.contains(concept);
        return switch (filter) {
            case ActiveFilter active -> is(active.operator(), ontology.concepts.contains(concept) == active.active());
            case ConceptFilter.DefinitionStatus(var operator, var statuses) ->
                is(operator, statuses.contains(defined ? ConceptFilter.Status.DEFINED : ConceptFilter.Status.PRIMITIVE));
            case ConceptFilter.DefinitionStatusId(var operator, var statuses) ->
                is(operator, ids(statuses).contains(defined ? Sctid.DEFINED : Sctid.PRIMITIVE));
            case ModuleFilter module -> isIn(module, ontology.origin(concept));
            case EffectiveTimeFilter time -> isOf(time, ontology.origin(concept));
        };
    }

    /** Without a filter on the status only active descriptions count. */
    boolean ofDescription(List<DescriptionFilter> filters, RandomOntology.Description description) {
        boolean asksForStatus = filters.stream().anyMatch(ActiveFilter.class::isInstance);
        return (asksForStatus || description.active()) && filters.stream().allMatch(filter -> ofDescription(filter, description));
    }

    private boolean ofDescription(DescriptionFilter filter, RandomOntology.Description description) {
        return switch (filter) {
            case DescriptionFilter.Term(var operator, var terms) ->
                is(operator, terms.stream().anyMatch(term -> matches(term, description.term())));
            case DescriptionFilter.Language(var operator, var codes) -> is(operator, codes.contains(description.language()));
            case DescriptionFilter.Type(var operator, var types) ->
                is(operator, types.stream().anyMatch(type -> description.type() == RandomOntology.TYPES.get(type.ordinal())));
            case DescriptionFilter.TypeId(var operator, var types) -> is(operator, ids(types).contains(description.type()));
            case DescriptionFilter.Id(var operator, var ids) -> is(operator, ids.contains(description.id()));
            case DescriptionFilter.Dialect(var operator, var dialects, var otherwise) ->
                is(operator, dialects.stream().anyMatch(dialect ->
                        stands(description, refset(dialect.alias()), orElse(dialect.acceptability(), otherwise))));
            case DescriptionFilter.DialectId(var operator, DialectIdSet(var dialects), var otherwise) ->
                is(operator, dialects.stream().anyMatch(dialect ->
                        stands(description, dialect.referenceSet().identifier(), orElse(dialect.acceptability(), otherwise))));
            case DescriptionFilter.DialectId other -> throw new IllegalArgumentException(other.toString());
            case ModuleFilter module -> isIn(module, description.origin());
            case EffectiveTimeFilter time -> isOf(time, description.origin());
            case ActiveFilter active -> is(active.operator(), description.active() == active.active());
        };
    }

    private static long refset(String alias) {
        return RandomOntology.DIALECTS.get(RandomConstraints.ALIASES.indexOf(alias));
    }

    private static Acceptability orElse(Acceptability own, Acceptability otherwise) {
        return own instanceof Acceptability.Any ? otherwise : own;
    }

    private static boolean stands(RandomOntology.Description description, long dialect, Acceptability acceptability) {
        Boolean preferred = description.preferred().get(dialect);
        if (preferred == null) {
            return false;
        }
        return switch (acceptability) {
            case Acceptability.Any _ -> true;
            case Acceptability.Tokens(var tokens) ->
                tokens.contains(preferred ? Acceptability.Token.PREFERRED : Acceptability.Token.ACCEPTABLE);
            case Acceptability.Concepts(var concepts) ->
                concepts.stream().anyMatch(each -> each.identifier() == (preferred ? Sctid.PREFERRED : Sctid.ACCEPTABLE));
        };
    }

    private static boolean matches(SearchTerm term, String text) {
        return switch (term) {
            case SearchTerm.Match(var words) ->
                words.stream().allMatch(word -> List.of(text.split(" ")).stream().anyMatch(of -> of.startsWith(word)));
            case SearchTerm.Wild(var segments) -> text.endsWith(segments.getLast());
            case SearchTerm.Exact(var whole) -> text.equals(whole);
            case SearchTerm.Regex(var pattern) -> text.matches(pattern);
        };
    }

    /** A value of one word is matched as a whole, a longer one like the text of a description. */
    static boolean isValue(SearchTerm term, String value) {
        return term instanceof SearchTerm.Match(var words) && !value.contains(" ")
                ? value.equals(String.join(" ", words))
                : matches(term, value);
    }
}
