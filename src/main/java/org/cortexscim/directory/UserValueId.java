package org.cortexscim.directory;

import java.io.Serializable;

/** What identifies a {@link UserValueEntity}. */
record UserValueId(String userId, String path, int element) implements Serializable {}
