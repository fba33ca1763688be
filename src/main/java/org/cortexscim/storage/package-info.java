/**
 * The database as such: migrations, transactions, statements, ids, secrets that all nodes share.
 * No table of users, keys or settings is here. Begin with {@link org.cortexscim.storage.InTransaction} and {@link org.cortexscim.storage.Sql}.
 */
@NullMarked
package org.cortexscim.storage;

import org.jspecify.annotations.NullMarked;
