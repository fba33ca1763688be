package org.cortexscim.directory;

/** The members that a group is returned with. */
public enum MemberListing {
    /** No members; they are not read. */
    NONE,
    /** All members of a group with at most 1,000, no members of a larger one. */
    FEW,
    /** All members if a response may list that many, otherwise no members. */
    POSSIBLE,
    /** All members; if a response may not list that many, the request is refused and changes nothing. */
    ALL
}
