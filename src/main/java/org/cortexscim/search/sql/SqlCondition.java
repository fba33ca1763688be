package org.cortexscim.search.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * A condition of a where clause with the values of its question marks, in order.
 *
 * @param sql built only from constants of this program; external input is among the values
 */
public record SqlCondition(String sql, List<Object> values) {
    public static final SqlCondition TRUE = of("1 = 1");
    public static final SqlCondition FALSE = of("1 = 0");

    public SqlCondition {
        values = List.copyOf(values);
    }

    public static SqlCondition of(String sql, Object... values) {
        return new SqlCondition(sql, List.of(values));
    }

    public SqlCondition and(SqlCondition other) {
        return joined(" and ", other);
    }

    public SqlCondition or(SqlCondition other) {
        return joined(" or ", other);
    }

    public SqlCondition negated() {
        return new SqlCondition("not (" + sql + ")", values);
    }

    /** This condition inside other SQL, which says with %s where. */
    public SqlCondition within(String template) {
        return new SqlCondition(template.formatted(sql), values);
    }

    /** This SQL, preceded by the values of earlier question marks. */
    public SqlCondition after(Object... first) {
        List<Object> all = new ArrayList<>(List.of(first));
        all.addAll(values);
        return new SqlCondition(sql, all);
    }

    private SqlCondition joined(String word, SqlCondition other) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(other.values);
        return new SqlCondition("(" + sql + word + other.sql + ")", all);
    }
}
