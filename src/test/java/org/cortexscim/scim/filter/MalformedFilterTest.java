package org.cortexscim.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.cortexscim.testing.Refusals.thenRefused;

import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no filter is: refused as invalidFilter, with a detail that says what is wrong and where. */
@Timeout(10)
class MalformedFilterTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                | attribute name expected at character 1
            `   `                             | attribute name expected at character 4
            userName                          | operator expected at character 9
            userName eq                       | value expected at character 12
            userName "x"                      | operator expected at character 10
            userName = "x"                    | operator expected at character 10
            userName eq "x" title pr          | 'and' or 'or' expected at character 17
            userName eq "x" and               | attribute name expected at character 20
            userName eq "x" or                | attribute name expected at character 19
            and userName pr                   | 'userName' is not a filter operator
            userName is "x"                   | 'is' is not a filter operator; use one of eq, ne, co
            userName equals "x"               | 'equals' is not a filter operator
            not userName pr                   | 'userName' is not a filter operator
            not title eq "x"                  | 'title' is not a filter operator
            userName eq "x                    | closing quote is missing for the value that begins at character 13
            userName eq "x\\"                 | closing quote is missing
            userName eq "a" b"                | 'and' or 'or' expected at character 17
            userName eq a"b                   | 'and' or 'or' expected at character 14
            userName eq "\\x"                 | '\\x' is not a JSON escape sequence
            userName eq "\\u12"               | '\\u' is not a JSON escape sequence
            (userName pr                      | ')' expected at character 13
            userName pr)                      | 'and' or 'or' expected at character 12
            ((userName pr)                    | ')' expected
            ()                                | attribute name expected at character 2
            not ()                            | attribute name expected at character 6
            emails[type eq "work"             | ']' expected
            emails[type eq "work")            | ']' expected
            emails[]                          | attribute name expected at character 8
            emails[type eq "work"]]           | 'and' or 'or' expected
            emails[type eq "work"].           | sub-attribute expected
            emails[type eq "work"].value      | operator expected
            emails[type eq "work"] eq "x"     | 'and' or 'or' expected
            "userName" eq "x"                 | attribute name expected at character 1
            1userName eq "x"                  | attribute name expected at character 1
            user name eq "x"                  | 'name' is not a filter operator
            title gt null                     | null can only be compared with eq and ne
            title co null                     | null can only be compared with eq and ne
            userName eq "x" & title pr        | 'and' or 'or' expected
            userName eq 'x'                   | a string must be in double quotes at character 13
            userName eq 'x y'                 | a string must be in double quotes at character 13
            emails[type eq 'work'].value pr   | a string must be in double quotes at character 16
            userName eq [1]                   | value expected
            """)
    void saysWhatIsWrong(String text, String detail) {
        thenRefused(() -> FilterParser.parse(text)).with(400, "invalidFilter").saying(detail);
    }

    /** No database keeps such a text, so the comparison could only fail there. */
    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\u0000b", "\\ud83d", "\\ude00", "\\ude00\\ud83d"})
    void refusesCharactersThatNoTextHas(String escape) {
        thenRefused(() -> FilterParser.parse("userName eq \"" + escape + "\"")).with(400, "invalidFilter");
    }

    @Test
    void boundsLength() {
        String longest = "title eq \"" + "x".repeat(FilterParser.MAX_LENGTH - 11) + "\"";

        assertThat(longest).hasSize(4096);
        assertThatCode(() -> FilterParser.parse(longest)).doesNotThrowAnyException();
        thenRefused(() -> FilterParser.parse(longest + " "))
                .with(400, "invalidFilter")
                .saying("longer than 4096 characters");
    }

    @ParameterizedTest
    @CsvSource({"(, )", "not(, )"})
    void boundsDepth(String open, String close) {
        assertThatCode(() -> FilterParser.parse(nested(open, close, 32))).doesNotThrowAnyException();
        thenRefused(() -> FilterParser.parse(nested(open, close, 33)))
                .with(400, "invalidFilter")
                .saying("nested deeper than 32 levels");
    }

    @Test
    void countsDepthAgain_afterGroupIsClosed() {
        String groups = String.join(" and ", Collections.nCopies(50, "(a pr)"));
        assertThatCode(() -> FilterParser.parse(groups)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {" and ", " or "})
    void boundsComparisons(String word) {
        assertThatCode(() -> FilterParser.parse(comparisons(word, 100))).doesNotThrowAnyException();
        thenRefused(() -> FilterParser.parse(comparisons(word, 101)))
                .with(400, "invalidFilter")
                .saying("more than 100 comparisons");
    }

    static Stream<String> hostile() {
        return Stream.of(
                        "\\".repeat(4096),
                        "(".repeat(4000),
                        ")".repeat(4000),
                        "[".repeat(4000),
                        "not(".repeat(1000),
                        "not ".repeat(1000),
                        "a[".repeat(2000),
                        "a eq \"" + "\\".repeat(4088),
                        "a eq \"" + "\\".repeat(4087) + "\"",
                        "a eq \"" + "\\u".repeat(2000) + "\"",
                        "a eq \"" + "\\\"".repeat(2000),
                        "\"".repeat(4096),
                        " ".repeat(4096),
                        "a".repeat(4096),
                        "a.".repeat(2048),
                        "a:".repeat(2048),
                        "a eq ".repeat(800),
                        "a pr and ".repeat(400),
                        "😀".repeat(2000),
                        "\0".repeat(4096))
                .map(text -> text.substring(0, Math.min(text.length(), 4096)));
    }

    @ParameterizedTest(name = "[{index}]")
    @MethodSource("hostile")
    void refusesHostileText(String text) {
        thenRefused(() -> FilterParser.parse(text)).with(400, "invalidFilter");
    }

    @Test
    void readsManyEscapes() {
        String backslashes = "\\".repeat(4084);
        assertThat(FilterParser.parse("a eq \"" + backslashes + "\""))
                .isEqualTo(new Filter.Comparison("a", Operator.EQ, "\\".repeat(2042)));
    }

    private static String nested(String open, String close, int levels) {
        return open.repeat(levels) + "a pr" + close.repeat(levels);
    }

    private static String comparisons(String word, int count) {
        return String.join(word, Collections.nCopies(count, "a pr"));
    }
}
