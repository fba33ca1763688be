package org.cortexscim.policy;

/** The method that changes an existing user; some rules distinguish the two. */
public enum UpdateMethod {
    PUT,
    PATCH
}
