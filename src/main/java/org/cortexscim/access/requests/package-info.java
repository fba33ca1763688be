/** The log of requests, which shows an admin what the identity provider asked for, and why it reports an error. */
@NullMarked
package org.cortexscim.access.requests;

import org.jspecify.annotations.NullMarked;
