package org.cortexscim.scim.dialect;

import org.cortexscim.scim.schema.Attribute;
import org.cortexscim.scim.schema.AttributeType;
import org.jspecify.annotations.Nullable;

/**
 * Okta and others send an empty string for what has no value, whatever the attribute's type.
 *
 * <pre>{"emails":"","active":""} reads as {"emails":null,"active":null}</pre>
 *
 * <p>An empty string for a string is the engine's matter: it is no value to a strict service either.
 */
final class EmptyText implements Quirk {
    @Override
    public @Nullable Object array(@Nullable Object sent) {
        return "".equals(sent) ? null : sent;
    }

    @Override
    public @Nullable Object value(Attribute attribute, @Nullable Object sent) {
        return "".equals(sent) && attribute.type() != AttributeType.STRING ? null : sent;
    }
}
