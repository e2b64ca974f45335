package no.normverk.snomed.ecl;

import static no.normverk.snomed.syntax.Lexical.isDigit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.normverk.snomed.syntax.Lexical;
import no.normverk.snomed.syntax.TextCursor;

/** {@code descriptionFilterConstraint} and its filters. */
final class DescriptionFilterParser {
    private static final Set<String> KEYWORDS =
            Set.of("term", "language", "typeid", "type", "dialectid", "dialect", "moduleid", "effectivetime", "active", "id");

    private static final Map<String, DescriptionType> TYPES = types();
    private static final Map<String, Acceptability.Token> ACCEPTABILITIES = acceptabilities();

    private final TextCursor cursor;
    private final FilterParser filters;
    private final FocusParser foci;
    private final ComparisonParser comparisons;

    DescriptionFilterParser(TextCursor cursor, FilterParser filters, FocusParser foci, ComparisonParser comparisons) {
        this.cursor = cursor;
        this.filters = filters;
        this.foci = foci;
        this.comparisons = comparisons;
    }

    /** What stands between the double braces. */
    FilterConstraint.OfDescriptions constraint() {
        filters.acceptLetter("d", KEYWORDS);
        return new FilterConstraint.OfDescriptions(Listing.withCommas(cursor, this::filter));
    }

    private DescriptionFilter filter() {
        return switch (cursor.word()) {
            case "term" -> new DescriptionFilter.Term(filters.keywordAndEquality(), comparisons.searchTerms());
            case "language" -> new DescriptionFilter.Language(
                    filters.keywordAndEquality(), Listing.oneOrBracketed(cursor, this::languageCode));
            case "typeid" -> new DescriptionFilter.TypeId(filters.keywordAndEquality(), filters.conceptOperand());
            case "type" -> new DescriptionFilter.Type(filters.keywordAndEquality(), Listing.oneOrBracketed(cursor, this::type));
            case "dialectid" -> new DescriptionFilter.DialectId(
                    filters.keywordAndEquality(), filters.dialectOperand(), acceptability());
            case "dialect" -> new DescriptionFilter.Dialect(filters.keywordAndEquality(), dialects(), acceptability());
            case "moduleid" -> filters.moduleFilter();
            case "effectivetime" -> filters.effectiveTimeFilter();
            case "active" -> filters.activeFilter();
            case "id" -> new DescriptionFilter.Id(
                    filters.keywordAndEquality(), Listing.oneOrBracketed(cursor, cursor::identifier));
            default -> throw cursor.unexpected("a description filter (term, language, type, typeId, dialect, dialectId, moduleId,"
                    + " effectiveTime, active or id), or \"C\", \"M\" or \"+\" after \"{{\"");
        };
    }

    private String languageCode() {
        String code = cursor.word();
        if (code.length() != 2) {
            throw cursor.unexpected("a language code of two letters");
        }
        cursor.readLetters();
        return code;
    }

    private DescriptionType type() {
        return filters.token(TYPES, "\"syn\", \"fsn\" or \"def\"");
    }

    private List<DialectAlias> dialects() {
        return cursor.looksAt("(")
                ? Listing.bracketed(cursor, () -> new DialectAlias(alias(), acceptability()))
                : List.of(new DialectAlias(alias(), new Acceptability.Any()));
    }

    private String alias() {
        int start = cursor.position();
        if (!Lexical.isLetter(cursor.peek())) {
            throw cursor.unexpected("the alias of a dialect");
        }
        while (Shape.isAliasCharacter(cursor.peek())) {
            cursor.next();
        }
        return cursor.since(start);
    }

    /** An element of {@code dialectIdSet}. */
    DialectIdSet.Dialect dialectId() {
        return new DialectIdSet.Dialect(foci.concept(), acceptability());
    }

    /** {@code [ws acceptabilitySet]} */
    private Acceptability acceptability() {
        int start = cursor.position();
        cursor.skipSpace();
        if (!cursor.looksAt("(")) {
            cursor.moveTo(start);
            return new Acceptability.Any();
        }
        int opening = cursor.position();
        cursor.next();
        cursor.skipSpace();
        boolean concepts = isDigit(cursor.peek());
        cursor.moveTo(opening);
        return concepts
                ? new Acceptability.Concepts(Listing.bracketed(cursor, foci::concept))
                : new Acceptability.Tokens(Listing.bracketed(cursor, this::acceptabilityToken));
    }

    private Acceptability.Token acceptabilityToken() {
        return filters.token(ACCEPTABILITIES, "\"accept\", \"prefer\" or identifiers of acceptabilities");
    }

    private static Map<String, DescriptionType> types() {
        Map<String, DescriptionType> types = new HashMap<>();
        for (DescriptionType type : DescriptionType.values()) {
            types.put(type.token(), type);
            types.put(type.longToken(), type);
        }
        return Map.copyOf(types);
    }

    private static Map<String, Acceptability.Token> acceptabilities() {
        Map<String, Acceptability.Token> tokens = new HashMap<>();
        for (Acceptability.Token token : Acceptability.Token.values()) {
            tokens.put(token.token(), token);
            tokens.put(token.longToken(), token);
        }
        return Map.copyOf(tokens);
    }
}
