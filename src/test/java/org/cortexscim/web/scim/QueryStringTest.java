package org.cortexscim.web.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.cortexscim.scim.ScimException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryStringTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "filter=userName%20eq%20%22a%22 | userName eq \"a\"",
                "filter=userName+eq+\"a\" | userName eq \"a\"",
                "filter=userName eq \"a\" | userName eq \"a\"",
                "&&filter=a&& | a",
                "startIndex=1&filter=a&unknown=x | a",
                "filter=a=b | a=b",
                "filter=first&filter=second | first",
                "filter=%CF%80 | π",
            })
    void readsWhatClientsSend(String raw, String filter) {
        assertThat(new QueryString(raw).text("filter")).contains(filter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "filter", "filter=", "filter=%20", "FILTER=a", "filters=a"})
    void takesABlankParameterForNone(String raw) {
        assertThat(new QueryString(raw).text("filter")).isEmpty();
    }

    @Test
    void tellsAnEmptyParameterFromNone() {
        assertThat(new QueryString("cursor").has("cursor")).isTrue();
        assertThat(new QueryString("cursor=").has("cursor")).isTrue();
        assertThat(new QueryString(null).has("cursor")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "count=7, 7",
        "count=+7, 7",
        "count=%207%20, 7",
        "count=-1, -1",
        "count=007, 7",
        "count=, 100",
        "other=7, 100",
        "count=99999999999999999999, 2147483647",
        "count=-99999999999999999999, -2147483648",
    })
    void readsWholeNumbers(String raw, int number) {
        assertThat(new QueryString(raw).number("count", 100)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"count=ten", "count=1.0", "count=1e3", "count=0x10", "count=٣", "count=--1"})
    void refusesOtherNumbers(String raw) {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> new QueryString(raw).number("count", 100))
                .withMessage("'count' must be a whole number.")
                .satisfies(refusal -> assertThat(refusal.scimType()).contains("invalidValue"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"filter=%", "filter=%2", "filter=%zz", "filter=%ff", "filter=%C3%28", "filter=%00", "%=1"})
    void refusesWhatIsNotEncodedText(String raw) {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> new QueryString(raw))
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(400));
    }
}
