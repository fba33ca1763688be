/** The workspace's provisioning rules, asked before every write. */
@NullMarked
package org.cortexscim.policy;

import org.jspecify.annotations.NullMarked;
