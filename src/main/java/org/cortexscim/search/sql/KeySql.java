package org.cortexscim.search.sql;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.cortexscim.scim.filter.Operator;
import org.cortexscim.scim.schema.DateTimes;

/** The comparison of one column with a wanted search key. */
public final class KeySql {
    private KeySql() {}

    /** A comparison of a column that holds search keys and may be null. */
    public static SqlCondition compare(String column, Operator operator, String wanted) {
        return switch (operator) {
            case EQ -> SqlCondition.of(column + " = ?", BoundedKey.of(wanted));
            case CO -> like(column, "%" + escaped(wanted) + "%");
            case SW -> startsWith(column, wanted);
            case EW -> like(column, "%" + escaped(wanted));
            case GT -> SqlCondition.of(column + " > ?", wanted);
            case GE -> SqlCondition.of(column + " >= ?", wanted);
            case LT -> SqlCondition.of(column + " < ?", wanted);
            case LE -> SqlCondition.of(column + " <= ?", wanted);
        };
    }

    /** Matches rows whose column begins with the text. */
    public static SqlCondition startsWith(String column, String prefix) {
        return like(column, escaped(prefix) + "%");
    }

    static SqlCondition compare(Column column, Operator operator, String wanted) {
        String name = "r." + column.name();
        SqlCondition condition = switch (column.kind()) {
            case BOOLEAN -> SqlCondition.of(name + " = " + (wanted.equals("true") ? "true" : "false"));
            case INSTANT -> instant(name, operator, DateTimes.parse(wanted).orElseThrow());
            case TEXT -> compare(name, operator, wanted);
        };
        // Without this a missing value makes the comparison unknown, and the negation of unknown selects nothing.
        return condition.within("(" + name + " is not null and %s)");
    }

    /** A condition with a fixed outcome. */
    public static SqlCondition constant(String actual, Operator operator, String wanted) {
        return operator.holds(actual, wanted) ? SqlCondition.TRUE : SqlCondition.FALSE;
    }

    /** Columns hold whole milliseconds, so an instant between two milliseconds matches no row. */
    private static SqlCondition instant(String name, Operator operator, Instant wanted) {
        long floor = wanted.toEpochMilli();
        boolean exact = wanted.truncatedTo(ChronoUnit.MILLIS).equals(wanted);
        long ceiling = exact ? floor : floor + 1;
        return switch (operator) {
            case GT -> SqlCondition.of(name + " > ?", floor);
            case LE -> SqlCondition.of(name + " <= ?", floor);
            case GE -> SqlCondition.of(name + " >= ?", ceiling);
            case LT -> SqlCondition.of(name + " < ?", ceiling);
            default -> exact ? SqlCondition.of(name + " = ?", floor) : SqlCondition.FALSE;
        };
    }

    private static SqlCondition like(String name, String pattern) {
        return SqlCondition.of(name + " like ? escape '!'", pattern);
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
