package org.cortexscim.scim.schema;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.cortexscim.scim.Conformance;

/**
 * A kind of resource: its schema, its extensions and where it is served (RFC 7643 §6).
 *
 * @param name also its id and the {@code meta.resourceType} of its resources
 * @param endpoint the path below the base URL, beginning with a slash
 */
public record ResourceType(String name, String endpoint, String description, Schema schema, List<Schema> extensions) {
    public ResourceType {
        extensions = List.copyOf(extensions);
    }

    /** The extension with that URN in any case. */
    public Optional<Schema> extension(String urn) {
        return extensions.stream()
                .filter(extension -> extension.id().equalsIgnoreCase(urn))
                .findFirst();
    }

    /** The core schema and the extensions. */
    public Stream<Schema> schemas() {
        return Stream.concat(Stream.of(schema), extensions.stream());
    }

    /** This type with more extensions after those that it has. */
    public ResourceType withExtensions(List<Schema> more) {
        List<Schema> all = Stream.concat(extensions.stream(), more.stream()).toList();
        return new ResourceType(name, endpoint, description, schema, all);
    }

    /** This type with each of its schemas changed. */
    public ResourceType mapSchemas(UnaryOperator<Schema> change) {
        return new ResourceType(
                name,
                endpoint,
                description,
                change.apply(schema),
                extensions.stream().map(change).toList());
    }

    /**
     * Finds what a path names: {@code attr}, {@code attr.sub}, each with or without the schema's URN before it
     * (RFC 7644 §3.10). Empty when the attribute does not exist.
     */
    public Optional<AttributeRef> findExactly(String path) {
        for (Schema extension : extensions) {
            Optional<String> local = afterUrn(path, extension.id());
            if (local.isPresent()) {
                return find(Optional.of(extension.id()), extension.attributes(), local.get());
            }
        }
        String local = afterUrn(path, schema.id()).orElse(path);
        return find(Optional.empty(), schema.attributes(), local)
                .or(() -> find(Optional.empty(), CommonAttributes.ALL, local));
    }

    /**
     * Finds what a path names, also in an extension whose URN was left out, as clients do:
     * {@code manager eq "26118915"}. The core schema comes first.
     */
    public Optional<AttributeRef> find(String path) {
        return findExactly(path).or(() -> findInExtensions(path));
    }

    /** Finds what a path names, as a client of that conformance has to write it. */
    public Optional<AttributeRef> find(String path, Conformance conformance) {
        return conformance.findsWithoutUrn() ? find(path) : findExactly(path);
    }

    private Optional<AttributeRef> findInExtensions(String path) {
        return extensions.stream()
                .flatMap(extension -> find(Optional.of(extension.id()), extension.attributes(), path).stream())
                .findFirst();
    }

    private static Optional<String> afterUrn(String path, String urn) {
        boolean below = path.regionMatches(true, 0, urn + ":", 0, urn.length() + 1);
        return below ? Optional.of(path.substring(urn.length() + 1)) : Optional.empty();
    }

    private static Optional<AttributeRef> find(Optional<String> urn, List<Attribute> attributes, String path) {
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        Optional<AttributeRef> found = attributes.stream()
                .filter(attribute -> attribute.name().equalsIgnoreCase(name))
                .findFirst()
                .map(attribute -> new AttributeRef(urn, attribute, Optional.empty()));
        return dot < 0 ? found : found.flatMap(ref -> ref.withSub(path.substring(dot + 1)));
    }
}
