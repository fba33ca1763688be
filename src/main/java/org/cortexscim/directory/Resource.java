package org.cortexscim.directory;

import org.cortexscim.scim.EntityTag;

/** A user or a group, as stored. */
public sealed interface Resource permits User, Group {
    String id();

    /** The version, which every change counts up. */
    EntityTag tag();
}
