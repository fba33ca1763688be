package org.cortexscim.scim.dialect;

import java.util.List;
import org.cortexscim.scim.ScimObject;
import org.jspecify.annotations.Nullable;

/**
 * Salesforce repeats the name of the attribute inside its value. Null in there removes nobody.
 *
 * <pre>{"op":"remove","path":"members","value":{"members":[{"value":"u1"}]}}
 * reads as {"op":"remove","path":"members","value":[{"value":"u1"}]}</pre>
 */
final class WrappedMembers implements Quirk {
    private static final String MEMBERS = "members";

    @Override
    public @Nullable Object array(@Nullable Object sent) {
        if (!(sent instanceof ScimObject wrapping) || !wrapping.has(MEMBERS)) {
            return sent;
        }
        return wrapping.get(MEMBERS) == null ? List.of() : wrapping.get(MEMBERS);
    }
}
