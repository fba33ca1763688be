package org.cortexscim.roles.assignment;

import org.cortexscim.roles.RoleRef;

/** A role that users have because of one value of the identity provider, or because they are in one group. */
public record RoleGrant(String id, GrantSource source, RoleRef role) {}
