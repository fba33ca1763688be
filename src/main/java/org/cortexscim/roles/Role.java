package org.cortexscim.roles;

import java.util.Optional;

/**
 * A role that users can have, as an identity provider sees it.
 *
 * @param id the {@code value} that names it in a user's {@code roles}: a built-in role's name or a custom role's tag
 */
public record Role(String id, String displayName, Optional<String> description) {}
