/** The SCIM protocol over HTTP, /scim/v2. */
@NullMarked
package org.cortexscim.api;

import org.jspecify.annotations.NullMarked;
