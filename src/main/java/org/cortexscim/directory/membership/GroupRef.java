package org.cortexscim.directory.membership;

/**
 * A group that the user is in.
 *
 * @param direct whether the user is a member of the group, and not only of a group inside it
 */
public record GroupRef(String id, String displayName, boolean direct) {
    static GroupRef direct(String id, String displayName) {
        return new GroupRef(id, displayName, true);
    }

    static GroupRef indirect(String id, String displayName) {
        return new GroupRef(id, displayName, false);
    }
}
