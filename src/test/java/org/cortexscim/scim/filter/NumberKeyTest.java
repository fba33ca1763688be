package org.cortexscim.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberKeyTest {
    private static final int PAIRS = 5000;

    @ParameterizedTest
    @CsvSource({
        "-12, 0499787z",
        "0, 1",
        "0.0, 1",
        "-0, 1",
        "0.5, 250005",
        "12, 2500212",
        "120, 2500312",
        "1.2E2, 2500312"
    })
    void writesSignPowerAndDigits(BigDecimal number, String key) {
        assertThat(NumberKey.of(number)).isEqualTo(key);
    }

    @Test
    void sortsAsTheNumbersDo() {
        Stream<String> sorted = Stream.of(
                "-1E+100", "-1000.5", "-1000", "-100", "-12.01", "-12", "-10", "-9", "-1", "-0.1", "-0.01", "-1E-100",
                "0", "1E-100", "0.01", "0.1", "0.11", "0.2", "1", "9", "10", "12", "12.01", "100", "1000", "1000.5",
                "1E+100");

        assertThat(sorted.map(BigDecimal::new).map(NumberKey::of)).isSorted().doesNotHaveDuplicates();
    }

    /** Numbers of all sizes, many of them near each other. */
    static Stream<Random> seeds() {
        return IntStream.range(1, 5).mapToObj(Random::new);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void comparesAsTheNumbersDo(Random random) {
        for (int i = 0; i < PAIRS; i++) {
            BigDecimal left = number(random);
            BigDecimal right = random.nextBoolean() ? number(random) : neighbour(left, random);

            assertThat(Integer.signum(NumberKey.of(left).compareTo(NumberKey.of(right))))
                    .as("%s and %s", left, right)
                    .isEqualTo(left.compareTo(right));
        }
    }

    private static BigDecimal number(Random random) {
        BigInteger digits = new BigInteger(1 + random.nextInt(200), random);
        BigDecimal number = new BigDecimal(digits, random.nextInt(201) - 100);
        return random.nextBoolean() ? number : number.negate();
    }

    private static BigDecimal neighbour(BigDecimal number, Random random) {
        BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen(random.nextInt(5) - 2 - number.scale());
        return random.nextBoolean() ? number.add(step) : number.subtract(step);
    }

    @Test
    void writesTheSameInEveryLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(NumberKey.of(new BigDecimal("12"))).isEqualTo("2500212");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+5000", "1E-5000", "-1E+2147483647"})
    void refusesNumbersBeyondAllJson(BigDecimal number) {
        assertThatIllegalArgumentException().isThrownBy(() -> NumberKey.of(number));
    }
}
