/**
 * Finding and paging any kind of resource: filtered, sorted, walked by index or by cursor (RFC 7644 §3.4.2, RFC 9865).
 * Each room describes its resource with a {@link org.cortexscim.search.Searchable}. Begin with
 * {@link org.cortexscim.search.ResourceSearch}.
 */
@NullMarked
package org.cortexscim.search;

import org.jspecify.annotations.NullMarked;
