package org.cortexscim.policy;

import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.Attribute;
import org.cortexscim.scim.schema.Mutability;
import org.cortexscim.scim.schema.ResourceType;
import org.cortexscim.scim.schema.Schema;

/** Takes over from a requested document what the schema in force lets change, and keeps the rest. */
final class AttributeRule {
    private AttributeRule() {}

    static ScimObject merge(ResourceType type, boolean externalIdUpdatable, ScimObject before, ScimObject requested) {
        ScimObject after = new ScimObject();
        copy(externalIdUpdatable ? requested : before, after, "externalId");
        type.schema().attributes().forEach(attribute -> take(attribute, before, requested, after));
        for (Schema extension : type.extensions()) {
            ScimObject old = before.object(extension.id()).orElseGet(ScimObject::new);
            ScimObject wanted = requested.object(extension.id()).orElseGet(ScimObject::new);
            ScimObject part = new ScimObject();
            extension.attributes().forEach(attribute -> take(attribute, old, wanted, part));
            if (!part.isEmpty()) {
                after.put(extension.id(), part);
            }
        }
        return after;
    }

    private static void take(Attribute attribute, ScimObject before, ScimObject requested, ScimObject after) {
        boolean byParts = attribute.isComplex() && !attribute.multiValued();
        if (attribute.mutability() == Mutability.IMMUTABLE) {
            copy(before, after, attribute.name());
        } else if (byParts) {
            ScimObject old = before.object(attribute.name()).orElseGet(ScimObject::new);
            ScimObject wanted = requested.object(attribute.name()).orElseGet(ScimObject::new);
            ScimObject parts = new ScimObject();
            attribute.subAttributes().forEach(sub -> take(sub, old, wanted, parts));
            if (!parts.isEmpty()) {
                after.put(attribute.name(), parts);
            }
        } else {
            copy(requested, after, attribute.name());
        }
    }

    private static void copy(ScimObject from, ScimObject to, String name) {
        Object value = from.get(name);
        if (value != null) {
            to.put(name, value);
        }
    }
}
