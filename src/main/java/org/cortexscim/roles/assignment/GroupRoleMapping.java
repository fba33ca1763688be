package org.cortexscim.roles.assignment;

import org.cortexscim.roles.RoleRef;

/** The mapping of a group to a role that its members have. */
public record GroupRoleMapping(String id, String groupId, String groupName, RoleRef role) {}
