package no.normverk.snomed.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionParserTest {
    private static final ConceptReference A = ConceptReference.of(100000001);
    private static final ConceptReference B = ConceptReference.of(100000002);

    @Test
    void anExpressionWithoutSymbolIsEquivalent() {
        Expression bare =
                new Expression(Expression.DefinitionStatus.EQUIVALENT_TO, new SubExpression(List.of(A), List.of(), List.of()));

        assertThat(ExpressionParser.parse("100000001")).isEqualTo(bare);
        assertThat(ExpressionParser.parse("===100000001")).isEqualTo(bare);
        assertThat(ExpressionParser.parse("<<< 100000001").definitionStatus()).isEqualTo(Expression.DefinitionStatus.SUBTYPE_OF);
    }

    @Test
    void focusConceptsAttributesAndGroupsAreKeptApart() {
        SubExpression body =
                ExpressionParser.parse("100000001 + 100000002 |B b|: 100000001 = 100000002 {100000002 = 100000001}").body();

        assertThat(body.focusConcepts()).containsExactly(A, new ConceptReference(100000002, Optional.of("B b")));
        assertThat(body.attributes()).containsExactly(new Attribute(A, B));
        assertThat(body.groups()).containsExactly(new AttributeGroup(List.of(new Attribute(B, A))));
    }

    @Test
    void aValueIsAConceptAnExpressionOrConcrete() {
        assertThat(value("100000002")).isEqualTo(B);
        assertThat(value("( 100000002 )")).isEqualTo(new SubExpression(List.of(B), List.of(), List.of()));
        assertThat(value("#-1.50")).isEqualTo(new AttributeValue.Number(new BigDecimal("-1.50")));
        assertThat(value("\" a \\\"b\\\" \\\\ \"")).isEqualTo(new AttributeValue.Text(" a \"b\" \\ "));
        assertThat(value("True")).isEqualTo(new AttributeValue.Bool(true));
    }

    @Test
    void thePrintedFormIsCanonicalWithOrWithoutTerms() {
        Expression expression =
                ExpressionParser.parse("===100000001|A|+100000002:100000001|A|=#1{100000002=(100000001|A|)}{100000001=\"|\"}");

        assertThat(ExpressionPrinter.withTerms(expression))
                .isEqualTo("100000001 |A| + 100000002: 100000001 |A| = #1, "
                        + "{ 100000002 = (100000001 |A|) }, { 100000001 = \"|\" }");
        assertThat(ExpressionPrinter.withoutTerms(expression))
                .isEqualTo("100000001 + 100000002: 100000001 = #1, { 100000002 = (100000001) }, { 100000001 = \"|\" }");
    }

    /** The sign ¤ marks where the error must be found, and is not part of the text. */
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '\0', textBlock = """
            ¤                                                 ~ a focus concept
            === ¤                                             ~ a focus concept
            === ¤=== 100000001                                ~ a focus concept
            ¤< 100000001                                      ~ a focus concept
            ¤<< 100000001                                     ~ a focus concept
            ¤12345                                            ~ 6 to 18 digits
            ¤/* comment */ 100000001                          ~ a focus concept
            100000001 ¤/* comment */                          ~ "+", ":" or the end of the text
            100000001 ¤100000002                              ~ "+", ":" or the end of the text
            100000001 + ¤                                     ~ a focus concept
            100000001 + ¤(100000002)                          ~ a focus concept
            100000001 |open¤                                  ~ to close the term opened at offset 10
            100000001 : ¤                                     ~ an attribute or a group
            100000001 : 200000001 ¤                           ~ "="
            100000001 : 200000001 ¤!= 300000001               ~ "="
            100000001 : 200000001 = ¤                         ~ a concept, an expression in brackets
            100000001 : 200000001 = ¤*                        ~ a concept, an expression in brackets
            100000001 : 200000001 = 300000001, ¤              ~ an attribute or a group
            100000001 : 200000001 = 300000001 ¤200000002 = #1 ~ ",", "{" or the end of the text
            100000001 : 200000001 = 300000001 ¤: *            ~ ",", "{" or the end of the text
            100000001 : { ¤}                                  ~ an attribute
            100000001 : { ¤{200000001 = #1} }                 ~ an attribute
            100000001 : { 200000001 = #1, ¤}                  ~ an attribute
            100000001 : { 200000001 = #1¤                     ~ "," or "}"
            100000001 : { 200000001 = #1 }, ¤                 ~ a group
            100000001 : { 200000001 = #1 }, ¤200000002 = #1   ~ a group
            100000001 : { 200000001 = #1 } ¤200000002 = #1    ~ ",", "{" or the end of the text
            100000001 : 200000001 = (300000001¤               ~ "+", ":" or ")"
            100000001 : 200000001 = (¤=== 300000001)          ~ a focus concept
            100000001 : 200000001 = (300000001: ¤)            ~ an attribute or a group
            100000001 : 200000001 = 300000001¤)               ~ ",", "{" or the end of the text
            100000001 : 200000001 = #¤                        ~ a number
            100000001 : 200000001 = #1.¤                      ~ a digit after the decimal point
            100000001 : 200000001 = #¤01                      ~ without leading zeros
            100000001 : 200000001 = "¤"                       ~ text between the quotation marks
            100000001 : 200000001 = "open¤                    ~ close the string opened at offset 24
            100000001 : 200000001 = "bad \\¤n"                ~ after a backslash one of
            """)
    void anErrorIsFoundWhereItIsAndNamesWhatWasExpected(String marked, String expected) {
        String text = marked.replace("\\\\", "\\");
        ExpressionSyntaxException error = refusal(text.replace("¤", ""));

        assertThat(error.offset()).as(error.getMessage()).isEqualTo(text.indexOf('¤'));
        assertThat(error.expected()).contains(expected);
    }

    @Test
    void theMessageIsOneSentenceWithPlaceExpectationAndFinding() {
        assertThat(refusal("100000001:\n 200000001 is 300000001"))
                .hasMessage("Found \"is\" at line 2, column 12, but expected \"=\".");
    }

    @Test
    void nestingAndLengthAreBoundedAndTheBoundsThemselvesAllowed() {
        assertThat(ExpressionParser.parse(nested(ExpressionParser.MAXIMUM_NESTING))).isNotNull();
        assertThat(refusal(nested(ExpressionParser.MAXIMUM_NESTING + 1)).expected()).isEqualTo("at most 200 levels of nesting");
        assertThat(refusal("100000001:200000001=(".repeat(4_000)).expected()).isEqualTo("at most 200 levels of nesting");
        assertThat(ExpressionParser.parse("100000001" + " ".repeat(ExpressionParser.MAXIMUM_LENGTH - 9))).isNotNull();
        assertThat(refusal("100000001" + " ".repeat(ExpressionParser.MAXIMUM_LENGTH - 8)).expected())
                .isEqualTo("at most 100000 characters");
    }

    private static String nested(int depth) {
        return "100000001:200000001=(".repeat(depth) + "100000001" + ")".repeat(depth);
    }

    private static AttributeValue value(String text) {
        return ExpressionParser.parse("100000001: 100000001 = " + text).body().attributes().getFirst().value();
    }

    private static ExpressionSyntaxException refusal(String text) {
        ExpressionSyntaxException error =
                catchThrowableOfType(ExpressionSyntaxException.class, () -> ExpressionParser.parse(text));
        assertThat(error).as("refusal of %s", text).isNotNull();
        return error;
    }
}
