/** What SailPoint reads before and while it aggregates accounts. */
@NullMarked
package org.cortexscim.sailpoint;

import org.jspecify.annotations.NullMarked;
