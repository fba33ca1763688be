/** Access control: addresses, credentials, API keys, permissions. */
@NullMarked
package org.cortexscim.access;

import org.jspecify.annotations.NullMarked;
