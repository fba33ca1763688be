/** Rate limits for callers and addresses. */
@NullMarked
package org.cortexscim.access.limits;

import org.jspecify.annotations.NullMarked;
