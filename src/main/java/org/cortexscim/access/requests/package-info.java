/** Which requests were refused or failed, so that an admin sees why the identity provider shows an error. */
@NullMarked
package org.cortexscim.access.requests;

import org.jspecify.annotations.NullMarked;
