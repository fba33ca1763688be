package org.cortexscim.search;

import org.cortexscim.scim.schema.ResourceType;
import org.cortexscim.search.sql.FilterSql;

/**
 * A kind of resource that can be searched.
 *
 * @param sql how the type's attributes are found in the table
 */
public record Searchable<T>(ResourceType type, FilterSql sql, TableQuery<T> table) {}
