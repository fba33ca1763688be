/**
 * What the tests share: documents and scenarios as text, and the driver, through which they speak to a running service
 * as an identity provider, an admin or an operator does.
 */
@NullMarked
package org.cortexscim.testing;

import org.jspecify.annotations.NullMarked;
