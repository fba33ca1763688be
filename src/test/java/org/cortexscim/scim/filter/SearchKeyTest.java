package org.cortexscim.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cortexscim.testing.Refusals.thenRefused;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.cortexscim.scim.schema.Attribute;
import org.cortexscim.scim.schema.AttributeType;
import org.cortexscim.scim.schema.CoreSchemas;
import org.cortexscim.scim.schema.Mutability;
import org.cortexscim.scim.schema.Returned;
import org.cortexscim.scim.schema.Uniqueness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchKeyTest {
    private static final Attribute TEXT = Attribute.string("title", "");
    private static final Attribute EXACT = Attribute.string("externalId", "").exactCase();
    private static final Attribute TIME = Attribute.dateTime("hired", "");
    private static final Attribute FLAG = Attribute.bool("active", "");
    private static final Attribute BYTES = Attribute.binary("certificate", "");
    private static final Attribute LINK = Attribute.reference("profileUrl", "", "external");

    @Test
    void foldsText_unlessCaseCounts() {
        assertThat(SearchKey.of(TEXT, "ANNA Ünal")).isEqualTo("anna ünal");
        assertThat(SearchKey.of(EXACT, "ANNA Ünal")).isEqualTo("ANNA Ünal");
        assertThat(SearchKey.of(LINK, "https://Example.com/A")).isEqualTo("https://Example.com/A");
        assertThat(SearchKey.folded("ANNA Ünal")).isEqualTo("anna ünal");
    }

    @Test
    void foldsTextTheSameInEveryLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(SearchKey.of(TEXT, "INFO")).isEqualTo("info");
            assertThat(SearchKey.folded("INFO")).isEqualTo("info");
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(SearchKey.of(Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00.000000000Z");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void composesAccents() {
        String composed = "é";
        String decomposed = "e\u0301";
        assertThat(SearchKey.of(TEXT, decomposed)).isEqualTo(composed);
        assertThat(SearchKey.of(EXACT, decomposed)).isEqualTo(composed);
        assertThat(SearchKey.folded(decomposed)).isEqualTo(composed);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T08:00:00Z, 2026-01-31T08:00:00.000000000Z",
        "2026-01-31T10:00:00+02:00, 2026-01-31T08:00:00.000000000Z",
        "2026-01-31T08:00:00, 2026-01-31T08:00:00.000000000Z",
        "2026-01-31T08:00:00.5Z, 2026-01-31T08:00:00.500000000Z",
        "2026-01-31T08:00:00.123456789Z, 2026-01-31T08:00:00.123456789Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00.000000000Z"
    })
    void comparesInstants_notTheirText(String time, String key) {
        assertThat(SearchKey.of(TIME, time)).isEqualTo(key);
        assertThat(SearchKey.wanted(TIME, comparison(Operator.GE, time))).isEqualTo(key);
    }

    @Test
    void sortsInstants() {
        List<String> keys = List.of(
                SearchKey.of(TIME, "2026-01-31T23:00:00-02:00"),
                SearchKey.of(TIME, "2026-02-01T02:00:00.1+00:00"),
                SearchKey.of(TIME, "2026-01-31T23:00:00Z"));
        assertThat(keys.stream().sorted()).containsExactly(keys.get(2), keys.get(0), keys.get(1));
    }

    @Test
    void writesValuesOfOtherTypes() {
        assertThat(SearchKey.of(FLAG, true)).isEqualTo("true");
        assertThat(SearchKey.of(FLAG, "False")).isEqualTo("false");
        assertThat(SearchKey.of(BYTES, "aGVsbG8=")).isEqualTo("aGVsbG8=");
        assertThat(SearchKey.wanted(FLAG, comparison(Operator.EQ, "TRUE"))).isEqualTo("true");
    }

    /** A number without quotes is a text as written when the attribute is one. */
    @ParameterizedTest
    @ValueSource(strings = {"7", "100", "1.50", "-3.0"})
    void takesNumbersAsWritten_whenAttributeIsText(String number) {
        assertThat(SearchKey.wanted(TEXT, comparison(Operator.EQ, new BigDecimal(number))))
                .isEqualTo(SearchKey.of(TEXT, number));
    }

    @ParameterizedTest
    @EnumSource(Operator.class)
    void comparesTextByEveryOperator(Operator operator) {
        assertThat(SearchKey.wanted(TEXT, comparison(operator, "X"))).isEqualTo("x");
        assertThat(SearchKey.wanted(LINK, comparison(operator, "X"))).isEqualTo("X");
    }

    @ParameterizedTest
    @EnumSource(value = Operator.class, names = "EQ", mode = EnumSource.Mode.EXCLUDE)
    void refusesOperatorsOtherThanEq_forBooleans(Operator operator) {
        thenUnfit(FLAG, comparison(operator, true), "can only be compared with eq or ne to true or false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", ""})
    void refusesOtherWords_forBooleans(String word) {
        thenUnfit(FLAG, comparison(Operator.EQ, word), "can only be compared with eq or ne to true or false");
    }

    @ParameterizedTest
    @EnumSource(value = Operator.class, names = "EQ", mode = EnumSource.Mode.EXCLUDE)
    void refusesOperatorsOtherThanEq_forBytes(Operator operator) {
        thenUnfit(BYTES, comparison(operator, "aGk="), "can only be compared with eq or ne");
    }

    @Test
    void comparesBytesAsWritten() {
        assertThat(SearchKey.wanted(BYTES, comparison(Operator.EQ, "aGk="))).isEqualTo("aGk=");
    }

    @ParameterizedTest
    @EnumSource(
            value = AttributeType.class,
            names = {"DECIMAL", "INTEGER"})
    void comparesNumbersByValue(AttributeType type) {
        Attribute number = number(type);
        assertThat(SearchKey.wanted(number, comparison(Operator.EQ, new BigDecimal("7.0"))))
                .isEqualTo(SearchKey.of(number, new BigDecimal("7.00")))
                .isNotEqualTo(SearchKey.of(number, new BigDecimal("0.7")));
        assertThat(SearchKey.wanted(number, comparison(Operator.GT, new BigDecimal("10"))))
                .isGreaterThan(SearchKey.of(number, new BigDecimal("9")));
        thenUnfit(number, comparison(Operator.EQ, "7"), "can only be compared to a number without quotes");
    }

    @ParameterizedTest
    @EnumSource(
            value = Operator.class,
            names = {"CO", "SW", "EW"})
    void refusesSubstrings_forNumbers(Operator operator) {
        thenUnfit(number(AttributeType.DECIMAL), comparison(operator, BigDecimal.ONE), "not with co, sw or ew");
    }

    @ParameterizedTest
    @EnumSource(
            value = Operator.class,
            names = {"CO", "SW", "EW"})
    void refusesSubstrings_forInstants(Operator operator) {
        thenUnfit(TIME, comparison(operator, "2026-01-31T08:00:00Z"), "a date and time such as");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-01-31", "2026-02-30T00:00:00Z", "", "12026-01-31T08:00:00Z"})
    void refusesOtherTexts_forInstants(String text) {
        thenUnfit(TIME, comparison(Operator.EQ, text), "a date and time such as");
    }

    @Test
    void refusesComplexAttributes_andNamesAPart() {
        Attribute name = CoreSchemas.USER.attribute("name").orElseThrow();
        Filter.Comparison comparison = new Filter.Comparison("name", Operator.EQ, "Anna");
        thenUnfit(name, comparison, "'name' is complex; compare one of its sub-attributes, such as 'name.formatted'");
    }

    private static void thenUnfit(Attribute attribute, Filter.Comparison comparison, String detail) {
        thenRefused(() -> SearchKey.wanted(attribute, comparison))
                .with(400, "invalidFilter")
                .saying(comparison.path())
                .saying(detail);
    }

    private static Attribute number(AttributeType type) {
        return new Attribute(
                "floor",
                type,
                false,
                "",
                false,
                List.of(),
                false,
                Mutability.READ_WRITE,
                Returned.DEFAULT,
                Uniqueness.NONE,
                List.of(),
                List.of(),
                50);
    }

    private static Filter.Comparison comparison(Operator operator, Object value) {
        return new Filter.Comparison("x.y", operator, value);
    }
}
