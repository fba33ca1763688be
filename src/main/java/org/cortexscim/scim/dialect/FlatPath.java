package org.cortexscim.scim.dialect;

import java.util.List;
import java.util.Optional;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.AttributeRef;
import org.cortexscim.scim.schema.ResourceType;
import org.jspecify.annotations.Nullable;

/**
 * Entra writes the whole path of an attribute as one name. A value in its own place counts more.
 *
 * <pre>{"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department":"Sales","name.givenName":"Anna"}
 * reads as {"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"Sales"},"name":{"givenName":"Anna"}}</pre>
 *
 * <p>A part of a multi-valued attribute stays as it is: nothing says of which element it is.
 */
final class FlatPath implements Quirk {
    @Override
    public ScimObject document(ResourceType type, ScimObject body) {
        ScimObject meant = body.copy();
        for (String name : List.copyOf(meant.names())) {
            if (name.indexOf(':') >= 0 || name.indexOf('.') >= 0) {
                type.find(name)
                        .filter(ref -> ref.sub().isEmpty() || !ref.attribute().multiValued())
                        .ifPresent(ref -> move(meant, name, ref));
            }
        }
        return meant;
    }

    private static void move(ScimObject body, String name, AttributeRef ref) {
        Object value = body.get(name);
        Optional<ScimObject> schema =
                ref.extension().map(urn -> inside(body, urn)).orElse(Optional.of(body));
        Optional<ScimObject> owner = ref.sub().isEmpty()
                ? schema
                : schema.flatMap(parts -> inside(parts, ref.attribute().name()));
        owner.ifPresent(parts -> {
            body.remove(name);
            put(parts, ref.leaf().name(), value);
        });
    }

    private static void put(ScimObject parts, String name, @Nullable Object value) {
        if (!parts.has(name)) {
            parts.put(name, value);
        }
    }

    /** The object of that name, made where there is none; empty when something else is there. */
    private static Optional<ScimObject> inside(ScimObject parts, String name) {
        if (parts.get(name) == null) {
            parts.put(name, new ScimObject());
        }
        return parts.object(name);
    }
}
