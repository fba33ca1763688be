package org.cortexscim.directory.membership;

/**
 * A user or a group in a group.
 *
 * @param name the displayName; of a user who has none, the userName
 */
public record Member(Kind kind, String id, String name) {
    /** The kind of a member. */
    public enum Kind {
        USER,
        GROUP
    }

    static Member user(String id, String shownName) {
        return new Member(Kind.USER, id, shownName);
    }

    static Member group(String id, String displayName) {
        return new Member(Kind.GROUP, id, displayName);
    }
}
