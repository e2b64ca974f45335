package no.normverk.snomed.ecl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EclSyntaxErrorTest {
    /** The sign ¤ marks where the error must be found, and is not part of the text. */
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '\0', textBlock = """
            ¤                                                       ~ a constraint (an identifier
            ( ¤                                                     ~ a constraint (an identifier
            ¤)                                                      ~ a constraint (an identifier
            ¤diabetes                                               ~ a constraint (an identifier
            ¤12345                                                  ~ 6 to 18 digits
            ¤0123456                                                ~ 6 to 18 digits
            ¤1234567890123456789                                    ~ 6 to 18 digits
            < ¤                                                     ~ a concept (an identifier
            < ¤< < 100000001                                        ~ a concept (an identifier
            ^ ¤^ 100000001                                          ~ a concept (an identifier
            descendantOf¤(100000001)                                ~ white space after "descendantOf"
            100000001 AND¤(100000002)                               ~ white space after "AND"
            100000001 ¤100000002                                    ~ or the end of the text
            100000001 |Term¤                                        ~ "|" to close the term opened at offset 10
            100000001 | ¤|                                          ~ a term between the pipes
            100000001 |tab¤\tterm|                                  ~ a term on one line
            100000001 |One| ¤|Two|                                  ~ or the end of the text
            100000001 ¤/ 100000002                                  ~ or the end of the text
            100000001 /* never closed¤                              ~ "*/" to close the comment opened at offset 10
            (100000001¤                                             ~ or ")"
            (100000001 AND 100000002¤                               ~ "AND" or ")"
            100000001¤)                                             ~ or the end of the text
            100000001 OR 100000002 ¤AND 100000003                   ~ "OR" again, or brackets
            100000001, 100000002 ¤OR 100000003                      ~ "AND" again, or brackets
            100000001 OR 100000002 ¤MINUS 100000003                 ~ "OR" again, or brackets
            100000001 MINUS 100000002 ¤MINUS 100000003              ~ brackets around the two operands of MINUS
            100000001 MINUS 100000002 ¤OR 100000003                 ~ brackets around the two operands of MINUS
            100000001 AND 100000002 ¤: 200000001 = *                ~ "AND" or the end of the text
            100000001 . 200000001 ¤AND 100000002                    ~ "." or the end of the text
            100000001 . 200000001 ¤: 200000002 = *                  ~ "." or the end of the text
            100000001 . ¤                                           ~ an attribute (an identifier
            ^ [¤] 100000001                                         ~ the name of a reference set field
            ^ [mapTarget ¤mapGroup] 100000001                       ~ "," or "]"
            ^ [map¤1] 100000001                                     ~ "," or "]"
            LABS#¤                                                  ~ a code after "#"
            100000001 : ¤                                           ~ an attribute or a group
            100000001 : 200000001¤                                  ~ a comparison operator
            100000001 : 200000001 ¤, 200000002 = *                  ~ a comparison operator
            100000001 : 200000001 = ¤                               ~ a value (an identifier
            100000001 : 200000001 = *, ¤                            ~ an attribute or a group
            100000001 : 200000001 = * OR 200000002 = * ¤AND *=*     ~ "OR" again, or brackets
            100000001 : {*=*} OR {*=*}¤, {*=*}                      ~ "OR" again, or brackets
            100000001 : *=* ¤MINUS 100000002                        ~ "AND", "OR" or the end of the text
            100000001 : *=* ¤: *=*                                  ~ "AND", "OR" or the end of the text
            100000001 : {*=*¤                                       ~ "AND", "OR" or "}"
            100000001 : {*=* OR *=* ¤AND *=*}                       ~ "OR" again, or brackets
            100000001 : { ¤{*=*} }                                  ~ an attribute (an identifier
            100000001 : { (*=*, ¤{*=*}) }                           ~ an attribute (an identifier
            100000001 : (*=*¤                                       ~ "AND", "OR" or ")"
            100000001 : 200000001 ¤LIKE 3                           ~ a comparison operator
            100000001 : 200000001 NOT ¤300000001                    ~ "=" after "NOT"
            100000001 : 200000001 < ¤300000001                      ~ "#" and a number
            100000001 : 200000001 >= ¤"text"                        ~ "#" and a number
            100000001 : 200000001 = #¤x                             ~ a number
            100000001 : 200000001 = #¤007                           ~ a number without leading zeros
            100000001 : 200000001 = #1.¤                            ~ a digit after the decimal point
            100000001 : 200000001 = "¤"                             ~ a word to search for
            100000001 : 200000001 = "open¤                          ~ close the string opened at offset 24
            100000001 : 200000001 = "bad \\¤n"                      ~ after a backslash one of " \\
            100000001 : 200000001 = ("a"¤"b")                       ~ white space or ")"
            100000001 : [¤2..1] *=*                                 ~ least does not exceed
            100000001 : [0 ¤.. 1] *=*                               ~ ".." or "to"
            100000001 : [¤-1..1] *=*                                ~ a whole number
            100000001 : [1..¤99999999999] *=*                       ~ at most 2147483646
            100000001 : [0..1¤ *=*                                  ~ "]" after a cardinality
            100000001 : [0..1] ¤[0..1] *=*                          ~ an attribute or a group
            * {{ ¤}}                                                ~ a description filter
            * {{ D ¤definitionStatus = defined }}                   ~ a description filter
            * {{ C ¤term = "x" }}                                   ~ a concept filter
            * {{ D term ¤< "x" }}                                   ~ "=" or "!="
            * {{ D term = ¤x }}                                     ~ a search term in quotation marks
            * {{ D term = wild:"¤" }}                               ~ a pattern to search for
            * {{ D term = "\\¤*" }}                                 ~ after a backslash one of
            * {{ D language = ¤nob }}                               ~ a language code of two letters
            * {{ D type = ¤preferred }}                             ~ "syn", "fsn" or "def"
            * {{ D dialect = ¤400000001 }}                          ~ the alias of a dialect
            * {{ D dialect = nb (¤often) }}                         ~ "accept", "prefer"
            * {{ D id = ¤x }}                                       ~ 6 to 18 digits
            * {{ D active = ¤2 }}                                   ~ "true", "false", "1" or "0"
            * {{ C definitionStatus = ¤fully }}                     ~ "primitive" or "defined"
            * {{ C effectiveTime = "¤20240230" }}                   ~ a date that exists
            * {{ C effectiveTime = "¤2024" }}                       ~ a date that exists
            * {{ C effectiveTime = ¤20240101 }}                     ~ a date as "YYYYMMDD"
            * {{ C active = true ¤}                                 ~ "," or "}}"
            * {{ C active = true }} {{ ¤M mapGroup = #1 }}          ~ member filters before
            ^ 100000001 {{ M ¤= #1 }}                               ~ the name of a reference set field
            ^ 100000001 {{ M mapGroup < ¤100000001 }}               ~ "#" and a number, or a date
            * {{ + ¤MINE }}                                         ~ "HISTORY" after "+"
            * {{ + HISTORY-¤SOME }}                                 ~ "MIN", "MOD" or "MAX"
            * {{ + HISTORY }} {{ ¤+ HISTORY }}                      ~ no more filters
            * {{ + HISTORY (* ¤}}                                   ~ or ")"
            """)
    void anErrorIsFoundWhereItIsAndNamesWhatWasExpected(String marked, String expected) {
        String escaped = marked.replace("\\t", "\t").replace("\\\\", "\\");
        int offset = escaped.indexOf('¤');
        EclSyntaxException error = refusal(escaped.replace("¤", ""));

        assertThat(error.offset()).as(error.getMessage()).isEqualTo(offset);
        assertThat(error.expected()).contains(expected.replace("\\\\", "\\"));
    }

    @Test
    void theMessageIsOneSentenceWithPlaceExpectationAndFinding() {
        EclSyntaxException error = refusal("<< 100000001 OR\n  << 100000002 AND 100000003");

        assertThat(error).hasMessage(
                "Found \"AND\" at line 2, column 16, but expected \"OR\" again, or brackets where AND, OR and MINUS are mixed.");
        assertThat(error.line()).isEqualTo(2);
        assertThat(error.column()).isEqualTo(16);
        assertThat(error.found()).isEqualTo("\"AND\"");
    }

    @Test
    void linesEndWithCarriageReturnLineFeedOrBoth() {
        EclSyntaxException error = refusal("*\r\n{{\rC\nactive = 7 }}");

        assertThat(error.line()).isEqualTo(4);
        assertThat(error.column()).isEqualTo(10);
    }

    @Test
    void theEndOfTheTextIsNamed() {
        assertThat(refusal("<< ").found()).isEqualTo("the end of the text");
    }

    @Test
    void controlCharactersAndHalfSurrogatePairsAreRefused() {
        assertThat(refusal("100000001 |a\u0000|").found()).isEqualTo("U+0000");
        assertThat(refusal("100000001 |\uD83D|").offset()).isEqualTo(11);
        assertThat(EclParser.parse("100000001 |\uD83D\uDE00|")).isNotNull();
    }

    @Test
    void nestingIsBoundedAndTheBoundItselfIsAllowed() {
        assertThat(EclParser.parse(brackets(EclParser.MAXIMUM_NESTING))).isNotNull();

        EclSyntaxException error = refusal(brackets(EclParser.MAXIMUM_NESTING + 1));
        assertThat(error.offset()).isEqualTo(EclParser.MAXIMUM_NESTING + 1);
        assertThat(error.expected()).isEqualTo("at most 200 levels of nesting");
    }

    @Test
    void nestingIsBoundedInEveryConstructThatNests() {
        assertThat(refusal("* : ".concat("(".repeat(50_000))).expected()).contains("levels of nesting");
        assertThat(refusal("* : *=*, " + "(".repeat(300) + "*=*" + ")".repeat(300)).expected()).contains("levels of nesting");
        assertThat(refusal("* : {" + "(".repeat(300) + "*=*" + ")".repeat(300) + "}").expected()).contains("levels of nesting");
        assertThat(refusal("*: *=(".repeat(10_000)).expected()).contains("levels of nesting");
        assertThat(refusal("* {{ C moduleId = ".repeat(5_000)).expected()).contains("levels of nesting");
        assertThat(refusal("* {{ + HISTORY (".repeat(5_000)).expected()).contains("levels of nesting");
    }

    /** A dot or a filter is about all that stands before it, so each is a level around it. */
    @Test
    void chainsAreAsDeepAsTheyAreLong() {
        assertThat(EclParser.parse("*" + " . *".repeat(EclParser.MAXIMUM_NESTING))).isNotNull();
        assertThat(refusal("*" + " . *".repeat(5_000)).expected()).contains("levels of nesting");
        assertThat(EclParser.parse("*" + " {{ C active = true }}".repeat(EclParser.MAXIMUM_NESTING))).isNotNull();
        assertThat(refusal("*" + " {{ C active = true }}".repeat(3_000)).expected()).contains("levels of nesting");
        String manyInTurn = "(* . *) OR (* {{ C active = true }})" + " OR (* . *)".repeat(300);
        assertThat(EclParser.parse(manyInTurn)).as("chains beside each other").isNotNull();
    }

    @Test
    void lengthIsBoundedAndTheBoundItselfIsAllowed() {
        assertThat(EclParser.parse("*" + " ".repeat(EclParser.MAXIMUM_LENGTH - 1))).isNotNull();

        EclSyntaxException error = refusal("*" + " ".repeat(EclParser.MAXIMUM_LENGTH));
        assertThat(error.expected()).isEqualTo("at most 100000 characters");
        assertThat(error.found()).isEqualTo("100001 characters");
    }

    private static String brackets(int depth) {
        return "(".repeat(depth) + "*" + ")".repeat(depth);
    }

    private static EclSyntaxException refusal(String text) {
        EclSyntaxException error = catchThrowableOfType(EclSyntaxException.class, () -> EclParser.parse(text));
        assertThat(error).as("refusal of %s", text).isNotNull();
        return error;
    }
}
