/** Microsoft Entra ID's requests and its SCIM Validator's tests, replayed. */
@NullMarked
package org.cortexscim.clients.entra;

import org.jspecify.annotations.NullMarked;
