package org.cortexscim.search;

import java.util.function.Function;
import org.cortexscim.scim.schema.ResourceType;
import org.cortexscim.search.sql.FilterSql;

/**
 * A kind of resource that can be searched.
 *
 * @param table the table whose rows are the resources
 * @param sql how the type's attributes are found in that table
 * @param id tells a resource's id
 */
public record Searchable<T>(ResourceType type, String table, FilterSql sql, Pages<T> pages, Function<T, String> id) {}
