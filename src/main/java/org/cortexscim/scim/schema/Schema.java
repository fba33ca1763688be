package org.cortexscim.scim.schema;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A named set of attributes (RFC 7643 §3, §7). */
public record Schema(String id, String name, String description, List<Attribute> attributes) {
    public Schema {
        attributes = List.copyOf(attributes);
    }

    /** The attribute of that name in any case. */
    public Optional<Attribute> attribute(String attributeName) {
        return attributes.stream()
                .filter(attribute -> attribute.name().equalsIgnoreCase(attributeName))
                .findFirst();
    }

    /** This schema with each attribute changed. */
    public Schema mapAttributes(UnaryOperator<Attribute> change) {
        return new Schema(id, name, description, attributes.stream().map(change).toList());
    }
}
