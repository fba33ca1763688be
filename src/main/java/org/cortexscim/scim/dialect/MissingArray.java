package org.cortexscim.scim.dialect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A single value where the schema has an array of them.
 *
 * <pre>{"emails":{"value":"a@x"}} reads as {"emails":[{"value":"a@x"}]}</pre>
 */
final class MissingArray implements Quirk {
    @Override
    public @Nullable Object array(@Nullable Object sent) {
        return sent == null || sent instanceof List ? sent : List.of(sent);
    }
}
