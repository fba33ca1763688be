package org.cortexscim.policy;

import java.util.List;
import org.cortexscim.scim.ScimObject;

/**
 * What the policy makes of a requested change.
 *
 * @param document the user as it shall be stored
 * @param ignored the attributes whose requested values were left out, such as {@code title}
 */
public record Revision(ScimObject document, List<String> ignored) {
    public Revision {
        ignored = List.copyOf(ignored);
    }
}
