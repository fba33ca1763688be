package org.cortexscim.search.sql;

/**
 * A column that holds an attribute of its own in the row {@code r} of a resource.
 *
 * @param name the column
 */
public record Column(String name, Kind kind) {
    /** How the column holds the value. */
    public enum Kind {
        /** The search key. */
        TEXT,
        BOOLEAN,
        /** Milliseconds since 1970. */
        INSTANT
    }

    /** What resources are sorted by when they are sorted by this column. */
    SortKey sortKey() {
        String column = "r." + name;
        return switch (kind) {
            case TEXT -> SortKey.text(column);
            case BOOLEAN -> SortKey.number("case when %s then 1 else 0 end".formatted(column));
            case INSTANT -> SortKey.number(column);
        };
    }

    public static Column text(String name) {
        return new Column(name, Kind.TEXT);
    }
}
