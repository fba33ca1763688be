package org.cortexscim.policy;

import java.util.List;
import org.cortexscim.scim.ScimObject;

/**
 * A requested change as the policy allows it.
 *
 * @param document the user as it will be stored
 * @param ignored the attributes whose requested values were left out, such as {@code title}
 */
public record Revision(ScimObject document, List<String> ignored) {
    public Revision {
        ignored = List.copyOf(ignored);
    }
}
