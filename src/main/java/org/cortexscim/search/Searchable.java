package org.cortexscim.search;

import java.util.List;
import org.cortexscim.scim.schema.ResourceType;
import org.cortexscim.search.sql.FilterSql;

/**
 * A kind of resource that can be searched.
 *
 * @param sql how the type's attributes are found in the table
 * @param parts what else is read for an answer
 */
public record Searchable<T>(ResourceType type, FilterSql sql, TableQuery<T> table, Parts parts) {
    /** A kind whose resources are complete with their rows. */
    public Searchable(ResourceType type, FilterSql sql, TableQuery<T> table) {
        this(type, sql, table, (ids, most) -> 0);
    }

    /** What an answer shows of resources besides their rows, such as the members of groups. */
    @FunctionalInterface
    public interface Parts {
        /** The bytes that it takes for the resources with these ids; more than {@code most} need not be counted. */
        long bytes(List<String> ids, long most);
    }
}
