package org.cortexscim.scim.dialect;

import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.Attribute;
import org.jspecify.annotations.Nullable;

/**
 * Okta and OneLogin send a missing value as an element whose value is empty.
 *
 * <pre>{"phoneNumbers":[{"value":"","type":"work"}]} reads as {"phoneNumbers":[{}]}</pre>
 *
 * <p>It stays as an empty element, which is no value: an array of too many is refused all the same, and the removal of
 * such an element does not remove them all.
 */
final class EmptyElement implements Quirk {
    @Override
    public @Nullable Object value(Attribute attribute, @Nullable Object sent) {
        boolean empty = attribute.multiValued()
                && attribute.sub("value").isPresent()
                && sent instanceof ScimObject object
                && object.has("value")
                && (object.get("value") == null || "".equals(object.get("value")));
        return empty ? new ScimObject() : sent;
    }
}
