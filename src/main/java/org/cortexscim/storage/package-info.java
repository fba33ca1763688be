/**
 * The database as such: migrations, dialect, transactions, lost races, secrets that all nodes share.
 * No table of users, keys or settings is here. Begin with {@link org.cortexscim.storage.InTransaction}.
 */
@NullMarked
package org.cortexscim.storage;

import org.jspecify.annotations.NullMarked;
