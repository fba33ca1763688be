package org.cortexscim.scim.dialect;

import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.Attribute;
import org.cortexscim.scim.schema.ResourceType;
import org.jspecify.annotations.Nullable;

/**
 * One deviation from the RFC that clients really send. It overrides the method for what it rewrites, changes nothing
 * that was given, and refuses nothing: what it does not recognize, it returns as it is.
 */
interface Quirk {

    /** The body of a POST or PUT. */
    default ScimObject document(ResourceType type, ScimObject body) {
        return body;
    }

    /** A value where the schema has an array. */
    default @Nullable Object array(@Nullable Object sent) {
        return sent;
    }

    /** A value where the schema has no array. */
    default @Nullable Object single(@Nullable Object sent) {
        return sent;
    }

    /** The value of an attribute that is not an array, or one element of its array. */
    default @Nullable Object value(Attribute attribute, @Nullable Object sent) {
        return sent;
    }
}
