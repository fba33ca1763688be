package org.cortexscim.roles.assignment;

import org.cortexscim.roles.RoleRef;

/**
 * The mapping of a value among a user's roles at the identity provider to a role here.
 *
 * @param idpValue the value as the identity provider sends it; case does not count
 */
public record RoleMapping(String id, String idpValue, RoleRef role) {}
