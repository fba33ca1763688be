package org.cortexscim.scim.schema;

import java.util.Locale;
import java.util.Optional;

/**
 * An attribute as a path names it: {@code name.givenName}, or
 * {@code urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value} in an extension.
 *
 * @param extension the extension schema's URN; empty for the core schema and the common attributes
 */
public record AttributeRef(Optional<String> extension, Attribute attribute, Optional<Attribute> sub) {

    /** The attribute that holds the value: the sub-attribute where there is one. */
    public Attribute leaf() {
        return sub.orElse(attribute);
    }

    /** The full path, spelled as it is defined. */
    public String path() {
        String path = extension.map(urn -> urn + ":").orElse("") + attribute.name();
        return sub.map(s -> path + "." + s.name()).orElse(path);
    }

    /** The full path in lower case; the same for every spelling of it. */
    public String key() {
        return path().toLowerCase(Locale.ROOT);
    }

    /** The same attribute with one of its sub-attributes; empty when no sub-attribute has that name. */
    public Optional<AttributeRef> withSub(String subName) {
        return attribute.sub(subName).map(found -> new AttributeRef(extension, attribute, Optional.of(found)));
    }
}
