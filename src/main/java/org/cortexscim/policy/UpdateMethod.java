package org.cortexscim.policy;

/** How an existing user is changed: some rules tell the two apart. */
public enum UpdateMethod {
    PUT,
    PATCH
}
