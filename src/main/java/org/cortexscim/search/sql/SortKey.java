package org.cortexscim.search.sql;

import org.cortexscim.storage.Sql;

/**
 * A sort key of resources (RFC 7644 §3.4.2.3): an expression over the row {@code r}, null for a resource without a
 * value.
 *
 * @param kind the type that it yields
 */
public record SortKey(Sql expression, Kind kind) {
    /** The type that the expression yields. */
    public enum Kind {
        TEXT("varchar(2000)"),
        NUMBER("bigint");

        private final String type;

        Kind(String type) {
            this.type = type;
        }
    }

    public static SortKey text(String sql, Object... values) {
        return new SortKey(Sql.of(sql, values), Kind.TEXT);
    }

    public static SortKey number(String sql) {
        return new SortKey(Sql.of(sql), Kind.NUMBER);
    }

    /** The key of resources that do not have the attribute. */
    public static SortKey none(Kind kind) {
        return new SortKey(Sql.of("cast(null as " + kind.type + ")"), kind);
    }
}
