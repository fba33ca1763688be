package org.cortexscim.scim.dialect;

import org.cortexscim.scim.schema.Attribute;
import org.cortexscim.scim.schema.AttributeType;
import org.jspecify.annotations.Nullable;

/**
 * Entra writes a boolean as a string, with a capital.
 *
 * <pre>{"op":"Replace","path":"active","value":"False"} reads as {"op":"Replace","path":"active","value":false}</pre>
 */
final class BooleanText implements Quirk {
    @Override
    public @Nullable Object value(Attribute attribute, @Nullable Object sent) {
        if (attribute.type() != AttributeType.BOOLEAN || !(sent instanceof String text)) {
            return sent;
        }
        // A pattern ignores the case of ASCII letters only.
        return text.matches("(?i)true|false") ? Boolean.valueOf(text) : sent;
    }
}
