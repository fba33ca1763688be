package org.cortexscim.roles;

import java.util.Optional;

/**
 * A role that users can have, as an identity provider sees it.
 *
 * @param id what the {@code value} in a user's {@code roles} names it by: a built-in role's name or a custom role's tag
 */
public record Role(String id, String displayName, Optional<String> description) {}
