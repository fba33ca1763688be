package org.cortexscim.roles.assignment;

/** A group has been given a role, or has lost it. Fired inside the transaction of the change. */
public record GroupRoleMappingChanged(RoleMappingChanged.Kind kind, GroupRoleMapping mapping) {}
