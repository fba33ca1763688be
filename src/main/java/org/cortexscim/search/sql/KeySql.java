package org.cortexscim.search.sql;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.cortexscim.scim.StringPreparation;
import org.cortexscim.scim.filter.Operator;
import org.cortexscim.scim.schema.DateTimes;
import org.cortexscim.storage.Sql;

/** The comparison of one column with a wanted search key. */
public final class KeySql {
    private KeySql() {}

    /** A comparison of a column that holds search keys and may be null. */
    public static Sql compare(String column, Operator operator, String wanted) {
        return switch (operator) {
            case EQ -> Sql.of(column + " = ?", BoundedKey.of(wanted));
            case CO -> like(column, "%" + escaped(wanted) + "%");
            case SW -> startsWith(column, wanted);
            case EW -> like(column, "%" + escaped(wanted));
            case GT -> Sql.of(column + " > ?", wanted);
            case GE -> Sql.of(column + " >= ?", wanted);
            case LT -> Sql.of(column + " < ?", wanted);
            case LE -> Sql.of(column + " <= ?", wanted);
        };
    }

    /** Matches rows whose column begins with the text. */
    public static Sql startsWith(String column, String prefix) {
        return like(column, escaped(prefix) + "%");
    }

    static Sql compare(Column column, Operator operator, String wanted) {
        String name = "r." + column.name();
        Sql condition = switch (column.kind()) {
            case BOOLEAN -> Sql.of(name + " = " + (wanted.equals("true") ? "true" : "false"));
            case INSTANT -> instant(name, operator, DateTimes.parse(wanted).orElseThrow());
            case TEXT -> compare(name, operator, wanted);
            case NAME ->
                compare(name, operator, operator.isSubstring() ? wanted : StringPreparation.withoutOuterBlanks(wanted));
        };
        // Without this a missing value makes the comparison unknown, and the negation of unknown selects nothing.
        return Sql.of("(" + name + " is not null and ?)", condition);
    }

    /** A condition with a fixed outcome. */
    public static Sql constant(String actual, Operator operator, String wanted) {
        return operator.holds(actual, wanted) ? Sql.TRUE : Sql.FALSE;
    }

    /** Columns hold whole milliseconds, so an instant between two milliseconds matches no row. */
    private static Sql instant(String name, Operator operator, Instant wanted) {
        long floor = wanted.toEpochMilli();
        boolean exact = wanted.truncatedTo(ChronoUnit.MILLIS).equals(wanted);
        long ceiling = exact ? floor : floor + 1;
        return switch (operator) {
            case GT -> Sql.of(name + " > ?", floor);
            case LE -> Sql.of(name + " <= ?", floor);
            case GE -> Sql.of(name + " >= ?", ceiling);
            case LT -> Sql.of(name + " < ?", ceiling);
            default -> exact ? Sql.of(name + " = ?", floor) : Sql.FALSE;
        };
    }

    private static Sql like(String name, String pattern) {
        return Sql.of(name + " like ? escape '!'", pattern);
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
