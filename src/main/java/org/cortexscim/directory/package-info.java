/**
 * Users and groups: created, replaced, patched, deleted, found. Each change fires an event in its transaction.
 * What is allowed is asked of {@code policy}. Begin with {@link org.cortexscim.directory.UserDirectory}.
 */
@NullMarked
package org.cortexscim.directory;

import org.jspecify.annotations.NullMarked;
