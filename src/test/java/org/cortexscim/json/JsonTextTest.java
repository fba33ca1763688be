package org.cortexscim.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.cortexscim.scim.ScimException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\":[1,2.5,-3,true,false,null,\"x\",{\"b\":[]}]}",
                "{\"name\":\"\\\"quoted\\\" \\\\ \\n\"}",
                "{\"smile\":\"😀\"}",
            })
    void printsWhatItHasRead(String text) {
        assertThat(JsonText.print(JsonText.parseObject(text))).isEqualTo(text);
    }

    @Test
    void passesOverAByteOrderMark() {
        assertThat(JsonText.parseObject("\uFEFF{\"a\":\"b\"}").text("a")).contains("b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "1",
                "\"a\"",
                "null",
                "{",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{'a':1}",
                "{}{}",
                "{} x",
                "{\"a\":NaN}",
                "{\"a\":01}"
            })
    void refusesWhatIsNotOneObject(String text) {
        assertInvalidSyntax(text);
    }

    @Test
    void saysWhereTheMistakeIs() {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> JsonText.parseObject("{\n \"a\": x}"))
                .withMessageContaining("line 2");
    }

    @Test
    void refusesAMemberThatIsThereTwice() {
        assertInvalidSyntax("{\"active\":true,\"active\":false}");
        assertInvalidSyntax("{\"name\":{\"givenName\":\"a\",\"givenName\":\"b\"}}");
    }

    @Test
    void readsThirtyTwoLevels_andNotOneMore() {
        assertThat(JsonText.parseObject(nested(JsonText.MAX_DEPTH)).has("a")).isTrue();
        assertInvalidSyntax(nested(JsonText.MAX_DEPTH + 1));
        assertInvalidSyntax("{\"a\":" + "[".repeat(100_000));
    }

    @ParameterizedTest
    @CsvSource({"1e100, true", "1e101, false", "1e-100, true", "1e-101, false", "1e999999999, false"})
    void boundsTheExponentOfNumbers(String number, boolean accepted) {
        assertThat(JsonText.findObject("{\"a\":%s}".formatted(number)).isPresent())
                .isEqualTo(accepted);
    }

    @Test
    void boundsTheDigitsOfNumbers() {
        String most = "9".repeat(100);

        assertThat(JsonText.parseObject("{\"a\":%s}".formatted(most)).get("a")).isEqualTo(new BigDecimal(most));
        assertThat(JsonText.findObject("{\"a\":%s9}".formatted(most))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud83d", "\\ude00", "\\ude00\\ud83d", "a\\ud83db"})
    void refusesWhatCannotBeStored(String escaped) {
        for (String text : new String[] {"{\"a\":\"%s\"}", "{\"%s\":1}"}) {
            assertThatExceptionOfType(ScimException.class)
                    .isThrownBy(() -> JsonText.parseObject(text.formatted(escaped)))
                    .satisfies(refusal -> assertThat(refusal.scimType()).contains("invalidValue"));
        }
        assertThat(JsonText.parseObject("{\"a\":\"\\ud83d\\ude00\"}").text("a")).contains("😀");
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] latin1 = "{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> JsonText.parseObject(latin1))
                .withMessage("The body is not valid UTF-8.");
    }

    private static void assertInvalidSyntax(String text) {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> JsonText.parseObject(text))
                .satisfies(refusal -> assertThat(refusal.scimType()).contains("invalidSyntax"));
    }

    private static String nested(int levels) {
        return "{\"a\":".repeat(levels - 1) + "{}" + "}".repeat(levels - 1);
    }
}
