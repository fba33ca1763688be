/** What the tests share: documents and scenarios as text. */
@NullMarked
package org.cortexscim.testing;

import org.jspecify.annotations.NullMarked;
