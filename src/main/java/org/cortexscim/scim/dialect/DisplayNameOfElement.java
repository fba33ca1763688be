package org.cortexscim.scim.dialect;

import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.Attribute;
import org.jspecify.annotations.Nullable;

/**
 * Entra calls the {@code display} of a role its displayName.
 *
 * <pre>{"roles":[{"value":"r1","displayName":"Role"}]} reads as {"roles":[{"value":"r1","display":"Role"}]}</pre>
 */
final class DisplayNameOfElement implements Quirk {
    private static final String DISPLAY = "display";
    private static final String DISPLAY_NAME = "displayName";

    @Override
    public @Nullable Object value(Attribute attribute, @Nullable Object sent) {
        boolean lacks = attribute.sub(DISPLAY).isPresent()
                && attribute.sub(DISPLAY_NAME).isEmpty();
        if (!lacks || !(sent instanceof ScimObject object) || object.has(DISPLAY) || !object.has(DISPLAY_NAME)) {
            return sent;
        }
        ScimObject meant = object.copy().with(DISPLAY, object.get(DISPLAY_NAME));
        meant.remove(DISPLAY_NAME);
        return meant;
    }
}
