/** The service as its callers meet it: black-box tests over HTTP. */
@NullMarked
package org.cortexscim.http;

import org.jspecify.annotations.NullMarked;
