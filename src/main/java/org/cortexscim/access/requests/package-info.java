/** The log of refused and failed requests, which shows an admin why the identity provider reports an error. */
@NullMarked
package org.cortexscim.access.requests;

import org.jspecify.annotations.NullMarked;
