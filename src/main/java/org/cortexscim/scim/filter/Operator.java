package org.cortexscim.scim.filter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The comparisons of RFC 7644 table 3; {@code ne} and {@code pr} have their own place in {@link Filter}. */
public enum Operator {
    EQ,
    CO,
    SW,
    EW,
    GT,
    GE,
    LT,
    LE;

    /** The operator with that name in any case. */
    static Optional<Operator> named(String word) {
        return Arrays.stream(values())
                .filter(operator -> operator.name().equalsIgnoreCase(word))
                .findFirst();
    }

    /** Tells whether the operator compares a substring; such operators are not valid for booleans or instants. */
    public boolean isSubstring() {
        return this == CO || this == SW || this == EW;
    }

    /** Compares two search keys; see {@link SearchKey}. */
    public boolean holds(String actual, String wanted) {
        return switch (this) {
            case EQ -> actual.equals(wanted);
            case CO -> actual.contains(wanted);
            case SW -> actual.startsWith(wanted);
            case EW -> actual.endsWith(wanted);
            case GT -> actual.compareTo(wanted) > 0;
            case GE -> actual.compareTo(wanted) >= 0;
            case LT -> actual.compareTo(wanted) < 0;
            case LE -> actual.compareTo(wanted) <= 0;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
