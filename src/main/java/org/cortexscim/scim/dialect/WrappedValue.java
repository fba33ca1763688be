package org.cortexscim.scim.dialect;

import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.Attribute;
import org.jspecify.annotations.Nullable;

/**
 * Entra sends the strings of a multi-valued attribute as objects.
 *
 * <pre>{"urn:example:User":{"tags":[{"value":"1"}]}} reads as {"urn:example:User":{"tags":["1"]}}</pre>
 */
final class WrappedValue implements Quirk {
    @Override
    public @Nullable Object value(Attribute attribute, @Nullable Object sent) {
        boolean simple = attribute.multiValued() && !attribute.isComplex();
        return simple && sent instanceof ScimObject object && object.size() == 1 && object.has("value")
                ? object.get("value")
                : sent;
    }
}
