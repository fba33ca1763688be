package org.cortexscim.directory;

import java.util.ArrayList;
import java.util.List;

/**
 * A condition of a where clause with the values of its question marks, in order.
 *
 * @param sql made only of words of this program; what came from outside is among the values
 */
record SqlCondition(String sql, List<Object> values) {
    static final SqlCondition TRUE = of("1 = 1");
    static final SqlCondition FALSE = of("1 = 0");

    SqlCondition {
        values = List.copyOf(values);
    }

    static SqlCondition of(String sql, Object... values) {
        return new SqlCondition(sql, List.of(values));
    }

    SqlCondition and(SqlCondition other) {
        return joined(" and ", other);
    }

    SqlCondition or(SqlCondition other) {
        return joined(" or ", other);
    }

    SqlCondition negated() {
        return new SqlCondition("not (" + sql + ")", values);
    }

    /** This condition inside other SQL, which says with %s where. */
    SqlCondition within(String template) {
        return new SqlCondition(template.formatted(sql), values);
    }

    private SqlCondition joined(String word, SqlCondition other) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(other.values);
        return new SqlCondition("(" + sql + word + other.sql + ")", all);
    }
}
