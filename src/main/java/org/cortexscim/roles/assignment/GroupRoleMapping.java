package org.cortexscim.roles.assignment;

import org.cortexscim.roles.RoleRef;

/** That the members of a group have a role. */
public record GroupRoleMapping(String id, String groupId, String groupName, RoleRef role) {}
