package no.normverk.snomed.ecl;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EclParserTest {
    private static final ConceptReference A_REFERENCE = ConceptReference.of(100000001);
    private static final SubExpression A = SubExpression.of(A_REFERENCE);
    private static final SubExpression B = concept(100000002);
    private static final SubExpression C = concept(100000003);

    @Test
    void aConceptKeepsItsTermWithoutTheSpaceAround() {
        assertThat(EclParser.parse(" 100000001  |  Some  thing | "))
                .isEqualTo(SubExpression.of(new ConceptReference(100000001, Optional.of("Some  thing"))));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            <, descendantOf, DESCENDANT_OF
            <<, DESCENDANTORSELFOF, DESCENDANT_OR_SELF_OF
            <!, childof, CHILD_OF
            <<!, childOrSelfOf, CHILD_OR_SELF_OF
            >, ancestorOf, ANCESTOR_OF
            >>, ancestorOrSelfOf, ANCESTOR_OR_SELF_OF
            >!, parentOf, PARENT_OF
            >>!, parentOrSelfOf, PARENT_OR_SELF_OF
            !!>, top, TOP
            !!<, bottom, BOTTOM
            """)
    void everyOperatorHasABriefAndALongForm(String brief, String longForm, HierarchyOperator operator) {
        SubExpression expected = SubExpression.of(operator, ConceptReference.of(100000001));

        assertThat(EclParser.parse(brief + "100000001")).isEqualTo(expected);
        assertThat(EclParser.parse(longForm + " 100000001")).isEqualTo(expected);
    }

    @Test
    void theOperatorWalksFromTheMembers() {
        SubExpression read = (SubExpression) EclParser.parse("<< ^ [mapTarget, mapGroup] 100000001");

        assertThat(read.operator()).isEqualTo(HierarchyOperator.DESCENDANT_OR_SELF_OF);
        assertThat(read.memberOf()).isEqualTo(new MemberOf.Fields(List.of("mapTarget", "mapGroup")));
        assertThat(read.focus()).isEqualTo(ConceptReference.of(100000001));
    }

    @Test
    void theLetterOfAFilterMayStandRightBeforeItsKeyword() {
        assertThat(EclParser.parse("* {{Cactive=1}}")).isEqualTo(EclParser.parse("* {{ C active = 1 }}"));
        assertThat(EclParser.parse("* {{cdefinitionStatus=primitive}}")).isEqualTo(EclParser.parse("* {{ C definitionStatus = primitive }}"));
        assertThat(EclParser.parse("* {{Dterm=\"a\",dialect=en-us}}")).isEqualTo(EclParser.parse("* {{ D term = \"a\", dialect = en-us }}"));
        assertThat(EclParser.parse("^100000001 {{Mactive=1}}")).isEqualTo(EclParser.parse("^ 100000001 {{ M active = 1 }}"));
        assertThat(EclParser.parse("^100000001 {{mmoduleId=100000002}}")).isEqualTo(EclParser.parse("^ 100000001 {{ M moduleId = 100000002 }}"));
        assertThat(EclParser.parse("^100000001 {{MmapTarget=\"J45\"}}")).isEqualTo(EclParser.parse("^ 100000001 {{ M mapTarget = \"J45\" }}"));
        assertThat(EclParser.parse("* {{ModuleId=100000002}}")).isEqualTo(EclParser.parse("* {{ D moduleId = 100000002 }}"));
    }

    @Test
    void everyFieldIsAStarOrAny() {
        assertThat(((SubExpression) EclParser.parse("^[*] 100000001")).memberOf()).isEqualTo(new MemberOf.EveryField());
        assertThat(((SubExpression) EclParser.parse("memberOf [ANY] 100000001")).memberOf()).isEqualTo(new MemberOf.EveryField());
    }

    @Test
    void anAlternateIdentifierNeedsQuotationMarksOnlyForUnusualCodes() {
        assertThat(EclParser.parse("\"LABS#1-2\" |Test|")).isEqualTo(EclParser.parse("LABS#1-2 |Test|"));
        assertThat(EclParser.parse("\"LABS#1 2\""))
                .isEqualTo(SubExpression.of(new Focus.AlternateIdentifier("LABS", "1 2", Optional.empty())));
    }

    @Test
    void aKeywordBeforeANumberSignIsAScheme() {
        assertThat(EclParser.parse("any#1"))
                .isEqualTo(SubExpression.of(new Focus.AlternateIdentifier("any", "1", Optional.empty())));
    }

    @Test
    void operandsAreJoinedInTheirOrder() {
        assertThat(EclParser.parse("100000001 AND 100000002, 100000003"))
                .isEqualTo(new EclExpression.Conjunction(List.of(A, B, C)));
        assertThat(EclParser.parse("100000001 or 100000002 OR 100000003"))
                .isEqualTo(new EclExpression.Disjunction(List.of(A, B, C)));
        assertThat(EclParser.parse("100000001 MINUS 100000002")).isEqualTo(new EclExpression.Exclusion(A, B));
        assertThat(EclParser.parse("100000001.100000002.100000003")).isEqualTo(new EclExpression.Dotted(A, List.of(B, C)));
    }

    @Test
    void bracketsAreKept() {
        assertThat(EclParser.parse("< (100000001 MINUS 100000002)"))
                .isEqualTo(SubExpression.of(
                        HierarchyOperator.DESCENDANT_OF, new Focus.Nested(new EclExpression.Exclusion(A, B))));
    }

    @Test
    void aMissingCardinalityIsOneToMany() {
        assertThat(EclParser.parse("*: [1..*] 100000001 = *")).isEqualTo(EclParser.parse("*: 100000001 = *"));
        assertThat(EclParser.parse("*: [1 to many] {100000001 = *}")).isEqualTo(EclParser.parse("*: {100000001 = *}"));
    }

    @Test
    void anAttributeHasCardinalityDirectionNameAndValue() {
        assertThat(refinement("[0..3] R 100000001 != 100000002"))
                .isEqualTo(new Attribute(new Cardinality(0, 3), true, A, new Comparison.Concepts(Equality.NOT_EQUAL, B)));
    }

    @Test
    void attributesAloneMakeAnAttributeSetAndAGroupMakesARefinement() {
        Attribute a = new Attribute(Cardinality.DEFAULT, false, A, new Comparison.Concepts(Equality.EQUAL, B));
        Attribute b = new Attribute(Cardinality.DEFAULT, false, B, new Comparison.Concepts(Equality.EQUAL, C));
        Refinement.Group group = new Refinement.Group(Cardinality.DEFAULT, b);

        assertThat(refinement("100000001 = 100000002, 100000002 = 100000003"))
                .isEqualTo(new AttributeSet.Conjunction(List.of(a, b)));
        assertThat(refinement("100000001 = 100000002 OR {100000002 = 100000003}"))
                .isEqualTo(new Refinement.Disjunction(List.of(a, group)));
        assertThat(refinement("{100000002 = 100000003} AND (100000001 = 100000002 OR 100000002 = 100000003)"))
                .isEqualTo(new Refinement.Conjunction(List.of(group, new AttributeSet.Disjunction(List.of(a, b)))));
    }

    @Test
    void aBracketAfterTheColonIsAnAttributeNameWhenAnOperatorFollows() {
        Attribute attribute = (Attribute) refinement("(100000001 OR 100000002) = 100000003");

        assertThat(attribute.name()).isEqualTo(SubExpression.of(new Focus.Nested(new EclExpression.Disjunction(List.of(A, B)))));
    }

    @ParameterizedTest
    @CsvSource({"#5, EQUAL, 5", "#-0.50, EQUAL, -0.50", "#+7, EQUAL, 7", "#0, EQUAL, 0"})
    void numbersKeepTheirDigits(String text, Order order, BigDecimal value) {
        assertThat(comparison("= " + text)).isEqualTo(new Comparison.Number(order, value));
    }

    @ParameterizedTest
    @CsvSource({"=, EQUAL", "!=, NOT_EQUAL", "<>, NOT_EQUAL", "not =, NOT_EQUAL",
        "<, LESS", "<=, LESS_OR_EQUAL", ">, GREATER", ">=, GREATER_OR_EQUAL"})
    void numbersHaveEveryOperator(String operator, Order order) {
        assertThat(comparison(operator + " #1")).isEqualTo(new Comparison.Number(order, BigDecimal.ONE));
    }

    @Test
    void textIsWordsOrAPattern() {
        assertThat(comparison("= \" two  words\\\" \""))
                .isEqualTo(new Comparison.Text(Equality.EQUAL, List.of(new SearchTerm.Match(List.of("two", "words\"")))));
        assertThat(comparison("!= (match:\"a\" wild:\"*b c\\**\")"))
                .isEqualTo(new Comparison.Text(
                        Equality.NOT_EQUAL,
                        List.of(new SearchTerm.Match(List.of("a")), new SearchTerm.Wild(List.of("", "b c*", "")))));
    }

    @Test
    void quotedTextThatLooksLikeAnIdentifierIsOneUnlessItIsCalledAMatchOrListed() {
        assertThat(comparison("= \"LABS#1\"")).isInstanceOf(Comparison.Concepts.class);
        assertThat(comparison("= (\"LABS#1\")")).isInstanceOf(Comparison.Concepts.class);
        assertThat(comparison("= match:\"LABS#1\"")).isInstanceOf(Comparison.Text.class);
        assertThat(comparison("= (\"LABS#1\" \"LABS#2\")")).isInstanceOf(Comparison.Text.class);
        assertThat(comparison("= \"number #1\"")).isInstanceOf(Comparison.Text.class);
    }

    @Test
    void booleansAreValues() {
        assertThat(comparison("= TRUE")).isEqualTo(new Comparison.Bool(Equality.EQUAL, true));
        assertThat(comparison("!= false")).isEqualTo(new Comparison.Bool(Equality.NOT_EQUAL, false));
    }

    @Test
    void filtersInOnePairOfBracesStayTogether() {
        SubExpression read =
                (SubExpression) EclParser.parse("* {{ term = \"a\", language = NB }} {{ C active = 0 }} {{ D type = fsn }}");

        assertThat(read.filters()).containsExactly(
                new FilterConstraint.OfDescriptions(List.of(
                        new DescriptionFilter.Term(Equality.EQUAL, List.of(new SearchTerm.Match(List.of("a")))),
                        new DescriptionFilter.Language(Equality.EQUAL, List.of("nb")))),
                new FilterConstraint.OfConcepts(List.of(new ActiveFilter(Equality.EQUAL, false))),
                new FilterConstraint.OfDescriptions(
                        List.of(new DescriptionFilter.Type(Equality.EQUAL, List.of(DescriptionType.FULLY_SPECIFIED_NAME)))));
    }

    @Test
    void conceptsAreListedOrConstrained() {
        ConceptReference one = ConceptReference.of(100000001);
        ConceptReference two = ConceptReference.of(100000002);

        assertThat(descriptionFilter("typeId = (100000001 100000002)"))
                .isEqualTo(new DescriptionFilter.TypeId(Equality.EQUAL, new ConceptReferenceSet(List.of(one, two))));
        assertThat(descriptionFilter("typeId = (100000001)"))
                .isEqualTo(new DescriptionFilter.TypeId(Equality.EQUAL, SubExpression.of(new Focus.Nested(A))));
        assertThat(descriptionFilter("moduleId != << 100000001"))
                .isEqualTo(new ModuleFilter(Equality.NOT_EQUAL, SubExpression.of(HierarchyOperator.DESCENDANT_OR_SELF_OF, one)));
    }

    @Test
    void eachDialectAndAllOfThemCanHaveAnAcceptability() {
        Acceptability preferred = new Acceptability.Tokens(List.of(Acceptability.Token.PREFERRED));
        Acceptability acceptable = new Acceptability.Concepts(List.of(ConceptReference.of(100000003)));
        Acceptability any = new Acceptability.Any();

        assertThat(descriptionFilter("dialect = (aa-bb (prefer) cc) (100000003)")).isEqualTo(new DescriptionFilter.Dialect(
                Equality.EQUAL, List.of(new DialectAlias("aa-bb", preferred), new DialectAlias("cc", any)), acceptable));
        assertThat(descriptionFilter("dialectId = (100000001 (preferred))")).isEqualTo(new DescriptionFilter.DialectId(
                Equality.EQUAL, new DialectIdSet(List.of(new DialectIdSet.Dialect(A_REFERENCE, preferred))), any));
        assertThat(descriptionFilter("dialectId = 100000001 (100000003)"))
                .isEqualTo(new DescriptionFilter.DialectId(Equality.EQUAL, A, acceptable));
    }

    @Test
    void anEmptyDateIsAComponentNeverReleased() {
        assertThat(descriptionFilter("effectiveTime >= (\"20240229\" \"\")")).isEqualTo(new EffectiveTimeFilter(
                Order.GREATER_OR_EQUAL,
                List.of(new TimeValue(Optional.of(LocalDate.of(2024, 2, 29))), new TimeValue(Optional.empty()))));
    }

    @Test
    void aFieldIsComparedAsTimeWhenItCanOnlyBeOne() {
        TimeValue date = new TimeValue(Optional.of(LocalDate.of(2024, 1, 1)));

        assertThat(field("since < \"20240101\"")).isEqualTo(new Comparison.Times(Order.LESS, List.of(date)));
        assertThat(field("since = (\"20240101\" \"\")"))
                .isEqualTo(new Comparison.Times(Order.EQUAL, List.of(date, new TimeValue(Optional.empty()))));
        assertThat(field("since = \"20240101\""))
                .isEqualTo(new Comparison.Text(Equality.EQUAL, List.of(new SearchTerm.Match(List.of("20240101")))));
    }

    @ParameterizedTest
    @CsvSource({"HISTORY, UNSPECIFIED", "history-min, MINIMUM", "HISTORY_MOD, MODERATE", "History-Max, MAXIMUM"})
    void historyHasProfiles(String text, HistorySupplement.Profile profile) {
        assertThat(((SubExpression) EclParser.parse("* {{ + " + text + " }}")).history()).isEqualTo(profile);
    }

    @Test
    void historyCanNameItsAssociations() {
        assertThat(((SubExpression) EclParser.parse("* {{ + HISTORY (100000001 OR 100000002) }}")).history())
                .isEqualTo(new HistorySupplement.Subset(new EclExpression.Disjunction(List.of(A, B))));
    }

    @Test
    void commentsAreWhiteSpace() {
        assertThat(EclParser.parse("/* ( */100000001/*|*/AND/* \" */100000002/***/"))
                .isEqualTo(new EclExpression.Conjunction(List.of(A, B)));
    }

    @Test
    void thePrintedFormIsBriefAndCanonical() {
        String text = "DescendantOrSelfOf\n(100000001|One| or 100000002):[0 to many]"
                + "reverseOf 100000003 NOT=memberOf any{{term=(\"b\")}},{100000003>=#1.50}";

        assertThat(EclPrinter.print(EclParser.parse(text)))
                .isEqualTo("<< (100000001 |One| OR 100000002): [0..*] R 100000003 != ^ * {{ D term = \"b\" }}, "
                        + "{ 100000003 >= #1.50 }");
    }

    private static SubExpression concept(long identifier) {
        return SubExpression.of(ConceptReference.of(identifier));
    }

    private static Refinement refinement(String text) {
        return ((EclExpression.Refined) EclParser.parse("*: " + text)).refinement();
    }

    private static Comparison comparison(String text) {
        return ((Attribute) refinement("100000001 " + text)).comparison();
    }

    private static DescriptionFilter descriptionFilter(String text) {
        FilterConstraint constraint = ((SubExpression) EclParser.parse("* {{ D " + text + " }}")).filters().getFirst();
        return ((FilterConstraint.OfDescriptions) constraint).filters().getFirst();
    }

    private static Comparison field(String text) {
        MemberFilter filter =
                ((SubExpression) EclParser.parse("^ * {{ M " + text + " }}")).memberFilters().getFirst().filters().getFirst();
        return ((MemberFilter.Field) filter).comparison();
    }
}
