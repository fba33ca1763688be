package org.cortexscim.directory;

import java.io.Serializable;

/** The primary key of a {@link UserValueEntity}. */
record UserValueId(String userId, String path, int element) implements Serializable {}
