package org.cortexscim.scim.dialect;

import java.util.Optional;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.Attribute;
import org.cortexscim.scim.schema.AttributeRef;
import org.cortexscim.scim.schema.ResourceType;
import org.cortexscim.scim.schema.Schema;

/**
 * Entra and OneLogin put an extension's attribute beside the core ones. A value below the URN counts more.
 *
 * <pre>{"department":"Sales"}
 * reads as {"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"Sales"}}</pre>
 *
 * <p>PATCH paths and filters are found without the URN too, by {@link ResourceType#find(String)}.
 */
final class MissingUrn implements Quirk {
    @Override
    public ScimObject document(ResourceType type, ScimObject body) {
        ScimObject meant = body.copy();
        for (Schema extension : type.extensions()) {
            for (Attribute attribute : extension.attributes()) {
                if (meant.has(attribute.name()) && isMeant(type, extension, attribute)) {
                    move(meant, attribute.name(), extension.id());
                }
            }
        }
        return meant;
    }

    private static boolean isMeant(ResourceType type, Schema extension, Attribute attribute) {
        return type.find(attribute.name()).flatMap(AttributeRef::extension).equals(Optional.of(extension.id()));
    }

    private static void move(ScimObject body, String name, String urn) {
        Object part = body.get(urn) == null ? new ScimObject() : body.get(urn);
        if (part instanceof ScimObject inner) {
            if (!inner.has(name)) {
                inner.put(name, body.get(name));
            }
            body.put(urn, inner);
            body.remove(name);
        }
    }
}
