package org.cortexscim.directory;

/** Which of its members a group is answered with. */
public enum MemberListing {
    /** None; they are not read. */
    NONE,
    /** All of a group with at most 1,000, none of a larger one. */
    FEW,
    /** All of a group with no more than an answer may list, none of a larger one. */
    POSSIBLE,
    /** All; when there are more than an answer may list, the request is refused and changes nothing. */
    ALL
}
