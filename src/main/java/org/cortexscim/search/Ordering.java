package org.cortexscim.search;

import org.cortexscim.storage.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The order of a list: by the sort key, if any, then by id, so that no two resources share a position. Without
 * a value means last when ascending and first when descending (RFC 7644 §3.4.2.3), as both databases have it.
 *
 * @param sorted whether there is a sort key
 */
record Ordering(boolean sorted, boolean descending) {

    /** The same list read from its end. */
    Ordering reversed() {
        return new Ordering(sorted, !descending);
    }

    /** The order-by clause over rows with the columns {@code k} and {@code id}. */
    String clause(String alias) {
        String direction = descending ? " desc" : " asc";
        String id = alias + ".id" + direction;
        return " order by " + (sorted ? alias + ".k" + direction + ", " + id : id);
    }

    /** Selects the rows that come after a position. */
    Sql after(String alias, Position position) {
        String than = descending ? " < ?" : " > ?";
        Sql laterId = Sql.of(alias + ".id" + than, position.id());
        if (!sorted) {
            return laterId;
        }
        Object key = position.key();
        Sql absent = Sql.of(alias + ".k is null");
        if (key == null) {
            Sql rest = absent.and(laterId);
            return descending ? Sql.of(alias + ".k is not null").or(rest) : rest;
        }
        Sql later = Sql.of(alias + ".k" + than, key);
        Sql tied = Sql.of(alias + ".k = ?", key).and(laterId);
        return descending ? later.or(tied) : later.or(tied).or(absent);
    }

    /** The earlier of two positions. */
    Position first(Position one, Position other) {
        int byKey = sorted ? compareKeys(one.key(), other.key()) : 0;
        int order = byKey != 0 ? byKey : one.id().compareTo(other.id());
        return (descending ? -order : order) <= 0 ? one : other;
    }

    private static int compareKeys(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return one == other ? 0 : one == null ? 1 : -1;
        }
        return one instanceof Long number && other instanceof Long than
                ? Long.compare(number, than)
                : one.toString().compareTo(other.toString());
    }
}
