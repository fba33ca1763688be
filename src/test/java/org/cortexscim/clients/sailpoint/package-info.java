/** What SailPoint reads before and while it aggregates accounts. */
@NullMarked
package org.cortexscim.clients.sailpoint;

import org.jspecify.annotations.NullMarked;
