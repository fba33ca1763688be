/**
 * Users and groups: created, replaced, patched, deleted, found. Each change fires an event in its transaction.
 * The room {@code policy} decides what is allowed. Begin with {@link org.cortexscim.directory.UserDirectory}.
 */
@NullMarked
package org.cortexscim.directory;

import org.jspecify.annotations.NullMarked;
