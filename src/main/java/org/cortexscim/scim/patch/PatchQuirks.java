package org.cortexscim.scim.patch;

import java.util.List;
import org.cortexscim.scim.Conformance;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.Attribute;
import org.cortexscim.scim.schema.AttributeRef;
import org.jspecify.annotations.Nullable;

/** Deviations of identity providers from the RFC in a PATCH, translated to what they mean. */
final class PatchQuirks {
    private final EmbeddedJson json;
    private final Conformance conformance;

    PatchQuirks(EmbeddedJson json, Conformance conformance) {
        this.json = json;
        this.conformance = conformance;
    }

    /** The value as intended; a strict service takes it literally. */
    @Nullable
    Object value(AttributeRef ref, @Nullable Object sent) {
        if (!conformance.readsLooseValues()) {
            return sent;
        }
        if (!ref.attribute().multiValued()) {
            return singleReference(ref.leaf(), sent);
        }
        if (!ref.leaf().isComplex()) {
            return sent;
        }
        return sent instanceof List<?> list ? list.stream().map(this::unpacked).toList() : unpacked(sent);
    }

    /**
     * Entra's AppRoleAssignmentsComplex packs a role as JSON into the string of its value.
     *
     * <pre>{"value":"{\"id\":\"06b0\",\"value\":\"25\",\"displayName\":\"Role\"}"}
     * reads as {"value":"25","display":"Role"}</pre>
     *
     * <p>That is also how it is stored, so that a role which is added again is seen to be there.
     */
    private @Nullable Object unpacked(@Nullable Object element) {
        return element instanceof ScimObject object
                ? object.text("value")
                        .filter(text -> text.startsWith("{"))
                        .flatMap(json::read)
                        .filter(inner -> inner.text("value").isPresent())
                        .map(PatchQuirks::role)
                        .orElse(object)
                : element;
    }

    private static ScimObject role(ScimObject packed) {
        ScimObject role = ScimObject.of("value", packed.get("value"));
        packed.text("displayName").ifPresent(name -> role.put("display", name));
        return role;
    }

    /**
     * Entra sets the manager by an array of one, or by its bare id.
     *
     * <pre>{"op":"Add","path":"manager","value":[{"$ref":"...","value":"m1"}]} reads as {"value":{"$ref":"...","value":"m1"}}
     * {"op":"Add","path":"manager","value":"m1"} reads as {"value":{"value":"m1"}}</pre>
     */
    private static @Nullable Object singleReference(Attribute attribute, @Nullable Object sent) {
        Object one = sent instanceof List<?> list && list.size() == 1 ? list.get(0) : sent;
        boolean bare = one instanceof String text && !text.isEmpty();
        return bare && attribute.sub("value").isPresent() ? ScimObject.of("value", one) : one;
    }
}
