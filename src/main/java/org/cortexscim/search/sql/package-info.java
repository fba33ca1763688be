/**
 * SQL with its values: filters, orders and sets of ids as conditions of statements.
 * It names no table. Begin with {@link org.cortexscim.search.sql.FilterSql}.
 */
@NullMarked
package org.cortexscim.search.sql;

import org.jspecify.annotations.NullMarked;
