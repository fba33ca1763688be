package org.cortexscim.search.sql;

/**
 * A column of the row {@code r} of a resource that holds one attribute.
 *
 * @param name the column
 */
public record Column(String name, Kind kind) {
    /** The representation of the value in the column. */
    public enum Kind {
        /** The search key. */
        TEXT,
        /** The search key of a name, without the blanks around it. */
        NAME,
        BOOLEAN,
        /** Milliseconds since 1970. */
        INSTANT
    }

    /** The sort key for this column. */
    SortKey sortKey() {
        String column = "r." + name;
        return switch (kind) {
            case TEXT, NAME -> SortKey.text(column);
            case BOOLEAN -> SortKey.number("case when %s then 1 else 0 end".formatted(column));
            case INSTANT -> SortKey.number(column);
        };
    }

    public static Column text(String name) {
        return new Column(name, Kind.TEXT);
    }
}
