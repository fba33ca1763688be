package org.cortexscim.scim.dialect;

import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.Attribute;
import org.jspecify.annotations.Nullable;

/**
 * Entra's AppRoleAssignmentsComplex packs a role as JSON into the string of its value, in a PATCH only.
 *
 * <pre>{"value":"{\"id\":\"06b0\",\"value\":\"25\",\"displayName\":\"Role\"}"}
 * reads as {"value":"25","display":"Role"}</pre>
 *
 * <p>That is also how it is stored, so that a role which is added again is seen to be there.
 */
record PackedRole(EmbeddedJson json) implements Quirk {
    @Override
    public @Nullable Object value(Attribute attribute, @Nullable Object sent) {
        return attribute.multiValued() && attribute.isComplex() && sent instanceof ScimObject object
                ? object.text("value")
                        .filter(text -> text.startsWith("{"))
                        .flatMap(json::read)
                        .filter(inner -> inner.text("value").isPresent())
                        .map(PackedRole::role)
                        .orElse(object)
                : sent;
    }

    private static ScimObject role(ScimObject packed) {
        ScimObject role = ScimObject.of("value", packed.get("value"));
        packed.text("displayName").ifPresent(name -> role.put("display", name));
        return role;
    }
}
