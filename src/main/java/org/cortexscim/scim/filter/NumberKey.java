package org.cortexscim.scim.filter;

import java.math.BigDecimal;

/**
 * A number as text that sorts as the number does, under any collation that sorts digits in order and before letters: the
 * sign, the power of ten, the digits. Below zero a larger magnitude comes first, so every digit is its complement.
 *
 * <pre>-12 -> 0499787z    0 -> 1    0.5 -> 250005    12 -> 2500212    120 -> 2500312</pre>
 */
final class NumberKey {
    /** Keeps powers of ten from -4000 to 4999 at four digits; a JSON body has at most 200. */
    private static final int OFFSET = 5000;

    private NumberKey() {}

    static String of(BigDecimal number) {
        BigDecimal value = number.stripTrailingZeros();
        if (value.signum() == 0) {
            return "1";
        }
        String magnitude = power(value) + value.unscaledValue().abs();
        // Of two numbers below zero that begin alike, the one with more digits is less: 'z' comes after every digit.
        return value.signum() > 0 ? "2" + magnitude : "0" + complement(magnitude) + "z";
    }

    private static String power(BigDecimal value) {
        long power = (long) value.precision() - value.scale() + OFFSET;
        if (power < 1000 || power > 9999) {
            throw new IllegalArgumentException("A number beyond 10^4999, or closer to zero than 10^-4000.");
        }
        return Long.toString(power);
    }

    private static String complement(String digits) {
        StringBuilder complement = new StringBuilder();
        digits.chars().forEach(digit -> complement.append((char) ('0' + '9' - digit)));
        return complement.toString();
    }
}
