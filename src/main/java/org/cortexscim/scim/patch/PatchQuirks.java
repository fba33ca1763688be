package org.cortexscim.scim.patch;

import java.util.List;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.Attribute;
import org.cortexscim.scim.schema.AttributeRef;
import org.jspecify.annotations.Nullable;

/** What identity providers send in a PATCH that differs from the RFC, and what they mean by it. */
final class PatchQuirks {
    private PatchQuirks() {}

    /** The value as it is meant. */
    static @Nullable Object value(AttributeRef ref, @Nullable Object sent) {
        return ref.attribute().multiValued() ? sent : singleReference(ref.leaf(), sent);
    }

    /**
     * Entra sets the manager by a list of one, or by its bare id.
     *
     * <pre>{"op":"Add","path":"manager","value":[{"$ref":"...","value":"m1"}]} reads as {"value":{"$ref":"...","value":"m1"}}
     * {"op":"Add","path":"manager","value":"m1"} reads as {"value":{"value":"m1"}}</pre>
     */
    private static @Nullable Object singleReference(Attribute attribute, @Nullable Object sent) {
        Object one = sent instanceof List<?> list && list.size() == 1 ? list.get(0) : sent;
        boolean bare = one instanceof String text && !text.isEmpty();
        return bare && attribute.sub("value").isPresent() ? ScimObject.of("value", one) : one;
    }
}
