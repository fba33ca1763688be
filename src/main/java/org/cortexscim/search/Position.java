package org.cortexscim.search;

import org.jspecify.annotations.Nullable;

/**
 * The position of a resource in an ordered list.
 *
 * @param key its sort key, a String or a Long; null when it has no value, or when the list is ordered by id alone
 */
record Position(@Nullable Object key, String id) {}
