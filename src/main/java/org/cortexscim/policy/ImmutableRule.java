package org.cortexscim.policy;

import java.util.function.Consumer;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.Attribute;
import org.cortexscim.scim.schema.Mutability;
import org.cortexscim.scim.schema.ResourceType;
import org.cortexscim.scim.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The attributes that an extension itself defines as {@code immutable}: a value can be given once (RFC 7644 §3.5.1). It
 * holds where every attribute can be updated; elsewhere the workspace keeps all of them as they are.
 */
final class ImmutableRule {
    private ImmutableRule() {}

    /**
     * Completes a merged document by the values that are given for the first time.
     *
     * @throws ScimException mutability when a request gives another value, or removes one
     */
    static void apply(ResourceType type, UpdateMethod method, ScimObject before, ScimObject wanted, ScimObject after) {
        type.extensions()
                .forEach(extension -> immutable(extension, attribute -> {
                    Object old = value(before, extension, attribute);
                    Object now = value(wanted, extension, attribute);
                    if (old == null && now != null) {
                        set(after, extension, attribute, now);
                    }
                    // A PUT that is silent about the attribute does not ask to remove it.
                    boolean silent = now == null && method == UpdateMethod.PUT;
                    if (old != null && !silent && !old.equals(now)) {
                        throw ScimException.mutability(
                                "'%s:%s' is immutable: its first value cannot be changed or removed."
                                        .formatted(extension.id(), attribute.name()));
                    }
                }));
    }

    private static void immutable(Schema extension, Consumer<Attribute> action) {
        extension.attributes().stream()
                .filter(attribute -> attribute.mutability() == Mutability.IMMUTABLE)
                .forEach(action);
    }

    private static @Nullable Object value(ScimObject user, Schema extension, Attribute attribute) {
        return user.object(extension.id())
                .map(part -> part.get(attribute.name()))
                .orElse(null);
    }

    private static void set(ScimObject user, Schema extension, Attribute attribute, Object value) {
        if (!user.has(extension.id())) {
            user.put(extension.id(), new ScimObject());
        }
        user.object(extension.id()).orElseThrow().put(attribute.name(), value);
    }
}
