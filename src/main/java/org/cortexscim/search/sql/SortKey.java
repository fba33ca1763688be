package org.cortexscim.search.sql;

import java.util.List;

/**
 * A sort key of resources (RFC 7644 §3.4.2.3): an expression over the row {@code r}, null for a resource without a
 * value.
 *
 * @param sql built only from constants of this program; external input is among the values of its question marks
 */
public record SortKey(String sql, List<Object> values, Kind kind) {
    /** The type that the expression yields. */
    public enum Kind {
        TEXT("varchar(2000)"),
        NUMBER("bigint");

        private final String type;

        Kind(String type) {
            this.type = type;
        }
    }

    public SortKey {
        values = List.copyOf(values);
    }

    public static SortKey text(String sql, Object... values) {
        return new SortKey(sql, List.of(values), Kind.TEXT);
    }

    public static SortKey number(String sql) {
        return new SortKey(sql, List.of(), Kind.NUMBER);
    }

    /** The key of resources that do not have the attribute. */
    public static SortKey none(Kind kind) {
        return new SortKey("cast(null as " + kind.type + ")", List.of(), kind);
    }
}
