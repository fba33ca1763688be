/** Okta's published test suites, and its captured traffic replayed. */
@NullMarked
package org.cortexscim.clients.okta;

import org.jspecify.annotations.NullMarked;
