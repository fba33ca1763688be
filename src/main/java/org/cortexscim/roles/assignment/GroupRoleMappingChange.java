package org.cortexscim.roles.assignment;

/** A group has been given a role, or has lost it. Fired inside the transaction of the change. */
public record GroupRoleMappingChange(RoleMappingChange.Kind kind, GroupRoleMapping mapping) {}
