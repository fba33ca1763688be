package org.cortexscim.directory;

import java.util.Set;

/**
 * The parts of users that a list is made of; the others are not read.
 *
 * @param document whether any attribute is wanted that only the document has
 * @param groups whether the groups are
 */
public record UserParts(boolean document, boolean groups) {
    /** The attributes of users that have columns of their own, besides id, schemas and meta. */
    public static final Set<String> COLUMNS = Set.of("userName", "externalId", "active");

    public static final UserParts ALL = new UserParts(true, true);
}
