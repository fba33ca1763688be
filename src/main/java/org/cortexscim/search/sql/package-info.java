/**
 * Filters and sort keys as SQL.
 * It names no table. Begin with {@link org.cortexscim.search.sql.FilterSql}.
 */
@NullMarked
package org.cortexscim.search.sql;

import org.jspecify.annotations.NullMarked;
