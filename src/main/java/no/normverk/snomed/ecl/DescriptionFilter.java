package no.normverk.snomed.ecl;

import java.util.List;
import no.normverk.snomed.syntax.Lexical;

/** {@code descriptionFilter}: a condition on one description. Lists hold one value at least; a list of one is the value alone. */
public sealed interface DescriptionFilter
        permits DescriptionFilter.Term,
                DescriptionFilter.Language,
                DescriptionFilter.TypeId,
                DescriptionFilter.Type,
                DescriptionFilter.DialectId,
                DescriptionFilter.Dialect,
                DescriptionFilter.Id,
                ModuleFilter,
                EffectiveTimeFilter,
                ActiveFilter {
    /** {@code termFilter}: the description's term matches one of the search terms. */
    record Term(Equality operator, List<SearchTerm> terms) implements DescriptionFilter {
        public Term {
            terms = Shape.atLeast(1, terms, "search terms");
        }
    }

    /** {@code languageFilter}: codes of two letters, in lower case. */
    record Language(Equality operator, List<String> codes) implements DescriptionFilter {
        public Language {
            codes = Shape.atLeast(1, codes, "language codes");
            codes.forEach(code -> Shape.legal(code.matches("[a-z]{2}"), code, "a language code"));
        }
    }

    /** {@code typeIdFilter}: the description's type as a concept. */
    record TypeId(Equality operator, ConceptOperand types) implements DescriptionFilter {}

    /** {@code typeTokenFilter}: the description's type by name. */
    record Type(Equality operator, List<DescriptionType> types) implements DescriptionFilter {
        public Type {
            types = Shape.atLeast(1, types, "description types");
        }
    }

    /**
     * {@code dialectIdFilter} with the {@code acceptabilitySet} after it: the description is in the language reference sets.
     *
     * @param acceptability how it is accepted in those of them that do not say so themselves
     */
    record DialectId(Equality operator, DialectOperand dialects, Acceptability acceptability) implements DescriptionFilter {}

    /**
     * {@code dialectAliasFilter} with the {@code acceptabilitySet} after it: the same by the dialects' aliases.
     *
     * @param acceptability how it is accepted in those of them that do not say so themselves
     */
    record Dialect(Equality operator, List<DialectAlias> dialects, Acceptability acceptability) implements DescriptionFilter {
        public Dialect {
            dialects = Shape.atLeast(1, dialects, "dialects");
        }
    }

    /** {@code descriptionIdFilter}: identifiers of descriptions. */
    record Id(Equality operator, List<Long> identifiers) implements DescriptionFilter {
        public Id {
            identifiers = Shape.atLeast(1, identifiers, "identifiers");
            identifiers.forEach(Lexical::identifier);
        }
    }
}
