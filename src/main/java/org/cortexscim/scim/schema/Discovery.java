package org.cortexscim.scim.schema;

import java.util.ArrayList;
import java.util.List;
import org.cortexscim.scim.ScimObject;

/** The discovery documents (RFC 7643 §6, §7), made from the definitions that the service runs on. */
public final class Discovery {
    static final String SCHEMA_URN = "urn:ietf:params:scim:schemas:core:2.0:Schema";
    static final String RESOURCE_TYPE_URN = "urn:ietf:params:scim:schemas:core:2.0:ResourceType";

    private final String baseUrl;

    /** Documents whose locations begin with the base URL, such as {@code https://host/scim/v2}. */
    public Discovery(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    public ScimObject schema(Schema schema) {
        ScimObject document = ScimObject.of("schemas", List.of(SCHEMA_URN));
        definition(schema).forEach(document::put);
        return document.with("meta", meta("Schema", "/Schemas/" + schema.id()));
    }

    /** A schema without what only this service adds to it: what {@link SchemaReader} reads. */
    public static ScimObject definition(Schema schema) {
        return describe(ScimObject.of("id", schema.id()).with("name", schema.name()), schema.description())
                .with("attributes", attributes(schema.attributes()));
    }

    public ScimObject resourceType(ResourceType type) {
        List<ScimObject> extensions = type.extensions().stream()
                .map(extension -> ScimObject.of("schema", extension.id()).with("required", false))
                .toList();
        return ScimObject.of("schemas", List.of(RESOURCE_TYPE_URN))
                .with("id", type.name())
                .with("name", type.name())
                .with("endpoint", type.endpoint())
                .with("description", type.description())
                .with("schema", type.schema().id())
                .with("schemaExtensions", extensions)
                .with("meta", meta("ResourceType", "/ResourceTypes/" + type.name()));
    }

    /** The meta of a discovery document. */
    public ScimObject meta(String resourceType, String path) {
        return ScimObject.of("resourceType", resourceType).with("location", baseUrl + path);
    }

    /** Some clients refuse discovery documents with empty values. */
    private static ScimObject describe(ScimObject document, String description) {
        return description.isEmpty() ? document : document.with("description", description);
    }

    private static List<ScimObject> attributes(List<Attribute> attributes) {
        return attributes.stream().map(Discovery::attribute).toList();
    }

    private static ScimObject attribute(Attribute attribute) {
        ScimObject document = ScimObject.of("name", attribute.name())
                .with("type", attribute.type().label())
                .with("multiValued", attribute.multiValued());
        describe(document, attribute.description()).put("required", attribute.required());
        if (!attribute.canonicalValues().isEmpty()) {
            document.put("canonicalValues", new ArrayList<>(attribute.canonicalValues()));
        }
        if (!attribute.isComplex()) {
            document.put("caseExact", attribute.caseExact());
        }
        document.with("mutability", attribute.mutability().label())
                .with("returned", attribute.returned().label());
        if (!attribute.isComplex()) {
            document.put("uniqueness", attribute.uniqueness().label());
        }
        if (attribute.type() == AttributeType.REFERENCE) {
            document.put("referenceTypes", new ArrayList<>(attribute.referenceTypes()));
        }
        if (attribute.isComplex()) {
            document.put("subAttributes", attributes(attribute.subAttributes()));
        }
        return document;
    }
}
