package no.normverk.snomed.ecl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.normverk.snomed.syntax.TextCursor;

/** What follows a focus in double braces: member, description and concept filters and the history supplement. */
final class FilterParser {
    private static final Map<String, ConceptFilter.Status> STATUSES =
            Map.of("primitive", ConceptFilter.Status.PRIMITIVE, "defined", ConceptFilter.Status.DEFINED);

    private static final Set<String> CONCEPT_KEYWORDS = Set.of("definitionstatusid", "definitionstatus", "moduleid", "effectivetime", "active");
    private static final Set<String> MEMBER_KEYWORDS = Set.of("moduleid", "effectivetime", "active");

    private final TextCursor cursor;
    private final EclParser expressions;
    private final FocusParser foci;
    private final ComparisonParser comparisons;
    private final DescriptionFilterParser descriptions;

    FilterParser(TextCursor cursor, EclParser expressions, FocusParser foci, ComparisonParser comparisons) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.foci = foci;
        this.comparisons = comparisons;
        this.descriptions = new DescriptionFilterParser(cursor, this, foci, comparisons);
    }

    /** The sub-expression of this front and the filters that stand here. */
    SubExpression around(HierarchyOperator operator, MemberOf memberOf, Focus focus) {
        List<MemberFilterConstraint> members = new ArrayList<>();
        List<FilterConstraint> filters = new ArrayList<>();
        HistorySupplement history = new HistorySupplement.None();
        int opened = 0;
        while (open()) {
            opened++;
            if (!(history instanceof HistorySupplement.None)) {
                throw cursor.unexpected("no more filters, as the history supplement comes last");
            }
            if (cursor.accept("+")) {
                history = history();
            } else if (acceptLetter("c", CONCEPT_KEYWORDS)) {
                filters.add(new FilterConstraint.OfConcepts(Listing.withCommas(cursor, this::conceptFilter)));
            } else if (atMembers()) {
                members.add(memberFilters(filters.isEmpty()));
            } else {
                filters.add(descriptions.constraint());
            }
            cursor.skipSpace();
            cursor.expect("}}", "\",\" or \"}}\" after a filter");
        }
        // Only now, for a filter is about what the filters before it left: a chain of them is as deep as it is long.
        for (; opened > 0; opened--) {
            cursor.leave();
        }
        return new SubExpression(operator, memberOf, focus, members, filters, history);
    }

    /** Accepts the letter that says what the filters are about; the first one's keyword may stand right behind it, as in {@code {{Cactive=1}}}. */
    boolean acceptLetter(String letter, Set<String> keywords) {
        if (cursor.acceptWord(letter)) {
            return true;
        }
        boolean joined = isJoined(letter, keywords);
        if (joined) {
            cursor.next();
        }
        return joined;
    }

    private boolean isJoined(String letter, Set<String> keywords) {
        String word = cursor.word();
        return word.startsWith(letter) && keywords.contains(word.substring(1));
    }

    /** Whether member filters begin here. The name of any column may stand right behind the letter, when that is a capital: {@code {{MmapTarget="J45"}}}. */
    private boolean atMembers() {
        if (cursor.word().equals("m") || isJoined("m", MEMBER_KEYWORDS)) {
            return true;
        }
        if (cursor.peek() != 'M') {
            return false;
        }
        int start = cursor.position();
        cursor.next();
        boolean name = Character.isLowerCase(cursor.peek());
        cursor.moveTo(start);
        return name && !cursor.word().equals("moduleid");
    }

    private boolean open() {
        int start = cursor.position();
        cursor.skipSpace();
        if (cursor.accept("{{")) {
            cursor.enter();
            cursor.skipSpace();
            return true;
        }
        cursor.moveTo(start);
        return false;
    }

    private MemberFilterConstraint memberFilters(boolean first) {
        if (!first) {
            throw cursor.unexpected("member filters before description and concept filters");
        }
        cursor.next();
        return new MemberFilterConstraint(Listing.withCommas(cursor, this::memberFilter));
    }

    /** {@code historySupplement} after its plus sign. */
    private HistorySupplement history() {
        cursor.skipSpace();
        if (!cursor.acceptWord("history")) {
            throw cursor.unexpected("\"HISTORY\" after \"+\"");
        }
        if (cursor.accept("-") || cursor.accept("_")) {
            return profile();
        }
        cursor.skipSpace();
        return cursor.looksAt("(")
                ? new HistorySupplement.Subset(expressions.bracketed())
                : HistorySupplement.Profile.UNSPECIFIED;
    }

    private HistorySupplement profile() {
        if (cursor.acceptWord("min")) {
            return HistorySupplement.Profile.MINIMUM;
        }
        if (cursor.acceptWord("mod")) {
            return HistorySupplement.Profile.MODERATE;
        }
        if (cursor.acceptWord("max")) {
            return HistorySupplement.Profile.MAXIMUM;
        }
        throw cursor.unexpected("\"MIN\", \"MOD\" or \"MAX\" after \"HISTORY-\"");
    }

    private ConceptFilter conceptFilter() {
        return switch (cursor.word()) {
            case "definitionstatusid" -> new ConceptFilter.DefinitionStatusId(keywordAndEquality(), conceptOperand());
            case "definitionstatus" -> new ConceptFilter.DefinitionStatus(
                    keywordAndEquality(), Listing.oneOrBracketed(cursor, () -> token(STATUSES, "\"primitive\" or \"defined\"")));
            case "moduleid" -> moduleFilter();
            case "effectivetime" -> effectiveTimeFilter();
            case "active" -> activeFilter();
            default -> throw cursor.unexpected(
                    "a concept filter (definitionStatus, definitionStatusId, moduleId, effectiveTime or active)");
        };
    }

    private MemberFilter memberFilter() {
        return switch (cursor.word()) {
            case "moduleid" -> moduleFilter();
            case "effectivetime" -> effectiveTimeFilter();
            case "active" -> activeFilter();
            default -> {
                String name = foci.fieldName();
                cursor.skipSpace();
                yield new MemberFilter.Field(name, comparisons.ofField());
            }
        };
    }

    /** {@code moduleFilter} */
    ModuleFilter moduleFilter() {
        return new ModuleFilter(keywordAndEquality(), conceptOperand());
    }

    /** {@code effectiveTimeFilter} */
    EffectiveTimeFilter effectiveTimeFilter() {
        cursor.readLetters();
        cursor.skipSpace();
        Order order = comparisons.order();
        cursor.skipSpace();
        return new EffectiveTimeFilter(order, comparisons.times());
    }

    /** {@code activeFilter} */
    ActiveFilter activeFilter() {
        Equality equality = keywordAndEquality();
        boolean active = cursor.accept("1") || cursor.acceptWord("true");
        if (!active && !cursor.accept("0") && !cursor.acceptWord("false")) {
            throw cursor.unexpected("\"true\", \"false\", \"1\" or \"0\"");
        }
        return new ActiveFilter(equality, active);
    }

    /** Reads the keyword that stands here, the operator and the white space around it. */
    Equality keywordAndEquality() {
        cursor.readLetters();
        cursor.skipSpace();
        Equality equality = comparisons.equality();
        cursor.skipSpace();
        return equality;
    }

    /** {@code subExpressionConstraint / eclConceptReferenceSet} */
    ConceptOperand conceptOperand() {
        return foci.atListedConcepts("0123456789")
                ? new ConceptReferenceSet(Listing.bracketed(cursor, foci::concept))
                : expressions.subExpression("a concept");
    }

    /** {@code subExpressionConstraint / dialectIdSet} */
    DialectOperand dialectOperand() {
        return foci.atListedConcepts("0123456789(")
                ? new DialectIdSet(Listing.bracketed(cursor, descriptions::dialectId))
                : expressions.subExpression("a concept");
    }

    /** Reads one of a set of words, given in lower case. */
    <T> T token(Map<String, T> tokens, String expected) {
        T token = tokens.get(cursor.word());
        if (token == null) {
            throw cursor.unexpected(expected);
        }
        cursor.readLetters();
        return token;
    }
}
