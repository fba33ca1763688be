/** The service as its callers meet it: black-box tests over HTTP, and the driver that they speak through. */
@NullMarked
package org.cortexscim.http;

import org.jspecify.annotations.NullMarked;
