package no.normverk.snomed.constraint;

import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import no.normverk.snomed.Sctid;
import no.normverk.snomed.SnomedEdition;
import no.normverk.snomed.ecl.Acceptability;
import no.normverk.snomed.ecl.ActiveFilter;
import no.normverk.snomed.ecl.Comparison;
import no.normverk.snomed.ecl.ConceptFilter;
import no.normverk.snomed.ecl.ConceptOperand;
import no.normverk.snomed.ecl.ConceptReference;
import no.normverk.snomed.ecl.ConceptReferenceSet;
import no.normverk.snomed.ecl.DescriptionFilter;
import no.normverk.snomed.ecl.DescriptionType;
import no.normverk.snomed.ecl.DialectAlias;
import no.normverk.snomed.ecl.DialectIdSet;
import no.normverk.snomed.ecl.EffectiveTimeFilter;
import no.normverk.snomed.ecl.Equality;
import no.normverk.snomed.ecl.FilterConstraint;
import no.normverk.snomed.ecl.MemberFilter;
import no.normverk.snomed.ecl.ModuleFilter;
import no.normverk.snomed.ecl.SearchTerm;
import no.normverk.snomed.ecl.SubExpression;
import no.normverk.terminology.search.BoundedRegex;

/** The part of {@link Planner} that is about filters. */
final class TestPlanner {

    /** Metadata that the release format itself gives a meaning; an edition cut down to a subset may lack their concepts. */
    private static final Set<Long> METADATA = Set.of(
            Sctid.DEFINED,
            Sctid.PRIMITIVE,
            Sctid.FULLY_SPECIFIED_NAME,
            Sctid.SYNONYM,
            Sctid.DEFINITION,
            Sctid.PREFERRED,
            Sctid.ACCEPTABLE);

    /** How much of a regular expression is shown to whoever wrote it. */
    private static final int SHOWN = 100;

    private final SnomedEdition edition;
    private final Planner planner;

    TestPlanner(SnomedEdition edition, Planner planner) {
        this.edition = edition;
        this.planner = planner;
    }

    /** Whether a filter on concepts asks for their status, so that the wildcard before it means inactive concepts too. */
    boolean askForStatus(SubExpression sub) {
        return sub.filters().stream()
                .anyMatch(filter -> filter instanceof FilterConstraint.OfConcepts concepts
                        && concepts.filters().stream().anyMatch(ActiveFilter.class::isInstance));
    }

    List<Test> ofConcepts(List<ConceptFilter> filters) {
        return filters.stream().map(this::ofConcept).toList();
    }

    private Test ofConcept(ConceptFilter filter) {
        return switch (filter) {
            case ConceptFilter.DefinitionStatusId status -> new Test.HasStatus(status.operator(), ids(status.statuses()));
            case ConceptFilter.DefinitionStatus status ->
                new Test.HasStatus(
                        status.operator(),
                        new Ids.Listed(status.statuses().stream().map(TestPlanner::status).toList()));
            case ModuleFilter module -> module(module);
            case EffectiveTimeFilter time -> time(time);
            case ActiveFilter active -> active(active);
        };
    }

    private static long status(ConceptFilter.Status status) {
        return status == ConceptFilter.Status.DEFINED ? Sctid.DEFINED : Sctid.PRIMITIVE;
    }

    private Test module(ModuleFilter module) {
        return new Test.InModule(module.operator(), ids(module.modules()));
    }

    private static Test time(EffectiveTimeFilter time) {
        return new Test.Released(time.operator(), time.times());
    }

    private static Test active(ActiveFilter active) {
        return new Test.IsActive(active.active() == (active.operator() == Equality.EQUAL));
    }

    List<Test> ofDescriptions(List<DescriptionFilter> filters) {
        return filters.stream().map(this::ofDescription).toList();
    }

    private Test ofDescription(DescriptionFilter filter) {
        return switch (filter) {
            case DescriptionFilter.Term term -> new Test.HasTerm(term.operator(), usable(term.terms()));
            case DescriptionFilter.Language language -> new Test.InLanguage(language.operator(), language.codes());
            case DescriptionFilter.TypeId type -> new Test.OfType(type.operator(), ids(type.types()));
            case DescriptionFilter.Type type ->
                new Test.OfType(
                        type.operator(), new Ids.Listed(type.types().stream().map(TestPlanner::type).toList()));
            case DescriptionFilter.DialectId dialect -> dialect(dialect);
            case DescriptionFilter.Dialect dialect -> dialect(dialect);
            case DescriptionFilter.Id id -> new Test.HasId(id.operator(), id.identifiers());
            case ModuleFilter module -> module(module);
            case EffectiveTimeFilter time -> time(time);
            case ActiveFilter active -> active(active);
        };
    }

    /** Search terms whose regular expressions can be used. */
    List<SearchTerm> usable(List<SearchTerm> terms) {
        for (SearchTerm term : terms) {
            if (term instanceof SearchTerm.Regex(var pattern)) {
                try {
                    BoundedRegex.compile(pattern);
                } catch (PatternSyntaxException e) {
                    String shown = pattern.length() <= SHOWN ? pattern : pattern.substring(0, SHOWN) + "...";
                    planner.problem("regex", "'" + shown + "' is no regular expression (RE2): " + e.getDescription());
                }
            }
        }
        return terms;
    }

    private static long type(DescriptionType type) {
        return switch (type) {
            case SYNONYM -> Sctid.SYNONYM;
            case FULLY_SPECIFIED_NAME -> Sctid.FULLY_SPECIFIED_NAME;
            case DEFINITION -> Sctid.DEFINITION;
        };
    }

    private Test dialect(DescriptionFilter.DialectId filter) {
        List<Test.Dialect> dialects = new ArrayList<>();
        switch (filter.dialects()) {
            case DialectIdSet set -> {
                for (DialectIdSet.Dialect dialect : set.dialects()) {
                    dialects.add(new Test.Dialect(
                            new Ids.Listed(List.of(known(dialect.referenceSet()))),
                            acceptabilities(dialect.acceptability(), filter.acceptability())));
                }
            }
            case SubExpression sub -> dialects.add(new Test.Dialect(ids(sub), acceptabilities(filter.acceptability())));
        }
        return new Test.InDialect(filter.operator(), dialects);
    }

    private Test dialect(DescriptionFilter.Dialect filter) {
        List<Test.Dialect> dialects = new ArrayList<>();
        for (DialectAlias alias : filter.dialects()) {
            List<Long> refsets = DialectAliases.refsets(alias.alias().toLowerCase(Locale.ROOT), edition.dialects());
            if (refsets.isEmpty()) {
                planner.problem(alias.alias(), "Unknown dialect " + alias.alias());
            }
            dialects.add(new Test.Dialect(
                    new Ids.Listed(refsets), acceptabilities(alias.acceptability(), filter.acceptability())));
        }
        return new Test.InDialect(filter.operator(), dialects);
    }

    private List<Long> acceptabilities(Acceptability own, Acceptability otherwise) {
        return acceptabilities(own instanceof Acceptability.Any ? otherwise : own);
    }

    private List<Long> acceptabilities(Acceptability acceptability) {
        return switch (acceptability) {
            case Acceptability.Any _ -> List.of();
            case Acceptability.Tokens tokens ->
                tokens.tokens().stream()
                        .map(token -> token == Acceptability.Token.PREFERRED ? Sctid.PREFERRED : Sctid.ACCEPTABLE)
                        .toList();
            case Acceptability.Concepts concepts -> concepts.concepts().stream().map(this::known).toList();
        };
    }

    List<Test> ofMembers(List<MemberFilter> filters) {
        return filters.stream().map(this::ofMember).toList();
    }

    private Test ofMember(MemberFilter filter) {
        if (filter instanceof MemberFilter.Field(_, Comparison.Text(_, var terms))) {
            usable(terms);
        }
        return switch (filter) {
            case MemberFilter.Field field ->
                new Test.HasField(
                        field.name(),
                        field.comparison(),
                        field.comparison() instanceof Comparison.Concepts concepts ? ids(concepts.value()) : null);
            case ModuleFilter module -> module(module);
            case EffectiveTimeFilter time -> time(time);
            case ActiveFilter active -> active(active);
        };
    }

    /** One concept, or several listed, are taken by their identifiers; anything else is planned. */
    private Ids ids(ConceptOperand operand) {
        return switch (operand) {
            case ConceptReferenceSet set -> new Ids.Listed(set.concepts().stream().map(this::known).toList());
            case SubExpression sub -> {
                boolean plain = sub.equals(SubExpression.of(sub.focus()));
                yield plain && sub.focus() instanceof ConceptReference concept
                        ? new Ids.Listed(List.of(known(concept)))
                        : new Ids.Planned(planner.plan(sub));
            }
        };
    }

    private long known(ConceptReference concept) {
        long id = concept.identifier();
        if (edition.locate(id) < 0 && !METADATA.contains(id) && edition.dialects().number(id) < 0 && !edition.refsets().has(id)) {
            planner.unknown(id);
        }
        return id;
    }
}
