/** Schemas of resources: attribute definitions with their characteristics, and everything derived from them (RFC 7643 §2, §7). */
@NullMarked
package org.cortexscim.scim.schema;

import org.jspecify.annotations.NullMarked;
