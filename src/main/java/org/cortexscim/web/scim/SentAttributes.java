package org.cortexscim.web.scim;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.patch.PatchOperation;
import org.cortexscim.scim.schema.AttributeRef;
import org.cortexscim.scim.schema.ResourceType;
import org.jspecify.annotations.Nullable;

/** The attributes that a request sets, by their keys; a sub-attribute counts as its attribute. */
final class SentAttributes {
    private final ResourceType type;
    private final Set<String> keys = new HashSet<>();

    private SentAttributes(ResourceType type) {
        this.type = type;
    }

    /** Those of a whole resource. */
    static Set<String> of(ResourceType type, ScimObject resource) {
        SentAttributes sent = new SentAttributes(type);
        resource.forEach(sent::add);
        return sent.keys;
    }

    /** Those that the operations of a PATCH work on. */
    static Set<String> of(ResourceType type, List<PatchOperation> operations) {
        SentAttributes sent = new SentAttributes(type);
        for (PatchOperation operation : operations) {
            if (operation.path().isPresent()) {
                sent.add(operation.path().get(), operation.value());
            } else if (operation.value() instanceof ScimObject members) {
                members.forEach(sent::add);
            }
        }
        return sent.keys;
    }

    private void add(String path, @Nullable Object value) {
        if (type.extension(path).isPresent() && value instanceof ScimObject members) {
            members.forEach((name, inner) -> add(path + ":" + name, inner));
        } else {
            type.find(path.replaceFirst("\\[.*]", ""))
                    .map(ref -> new AttributeRef(ref.extension(), ref.attribute(), Optional.empty()))
                    .ifPresent(ref -> keys.add(ref.key()));
        }
    }
}
