package org.cortexscim.scim.dialect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Entra sets the manager by an array of one, and some clients the other single values.
 *
 * <pre>{"op":"Add","path":"manager","value":[{"value":"m1"}]} reads as {"op":"Add","path":"manager","value":{"value":"m1"}}
 * {"active":[false]} reads as {"active":false}</pre>
 *
 * <p>An array inside an array stays, and is refused.
 */
final class ArrayOfOne implements Quirk {
    @Override
    public @Nullable Object single(@Nullable Object sent) {
        boolean nested = sent instanceof List<?> outer && outer.stream().anyMatch(List.class::isInstance);
        return sent instanceof List<?> list && list.size() == 1 && !nested ? list.get(0) : sent;
    }
}
