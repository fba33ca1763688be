package org.cortexscim.roles.assignment;

import org.cortexscim.roles.RoleRef;

/** Users without a role of their own have another one now. Fired inside the transaction of the change. */
public record DefaultRoleChanged(RoleRef before, RoleRef after) {}
