package org.cortexscim.roles.assignment;

import org.cortexscim.roles.RoleRef;

/**
 * That a value among a user's roles at the identity provider stands for a role here.
 *
 * @param idpValue the value as the identity provider sends it; case does not count
 */
public record RoleMapping(String id, String idpValue, RoleRef role) {}
