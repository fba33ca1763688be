/** The audit log: an entry for every change, written in the transaction of the change. */
@NullMarked
package org.cortexscim.audit;

import org.jspecify.annotations.NullMarked;
