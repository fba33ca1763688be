package org.cortexscim.scim.dialect;

import java.math.BigDecimal;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.Attribute;
import org.jspecify.annotations.Nullable;

/**
 * Entra sets the manager by its bare id, and some clients the elements of a list by their bare values.
 *
 * <pre>{"op":"Add","path":"manager","value":"m1"} reads as {"op":"Add","path":"manager","value":{"value":"m1"}}
 * {"roles":["admin"]} reads as {"roles":[{"value":"admin"}]}</pre>
 */
final class BareValue implements Quirk {
    @Override
    public @Nullable Object value(Attribute attribute, @Nullable Object sent) {
        boolean bare = sent instanceof BigDecimal || (sent instanceof String text && !text.isEmpty());
        return bare && attribute.sub("value").isPresent() ? ScimObject.of("value", sent) : sent;
    }
}
