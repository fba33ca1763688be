/** What happened: an entry for every change, written in the change's own transaction. */
@NullMarked
package org.cortexscim.audit;

import org.jspecify.annotations.NullMarked;
