package org.cortexscim.scim.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cortexscim.scim.ScimObject;
import org.jspecify.annotations.Nullable;

/**
 * Which attributes an answer carries (RFC 7644 §3.9): those in {@code attributes}, or all but those in
 * {@code excludedAttributes}; what is always returned stays. Names that no schema knows select nothing.
 */
public final class Projection {
    private final ResourceType type;
    private final boolean inclusive;
    private final Set<String> keys;

    private Projection(ResourceType type, boolean inclusive, Set<String> keys) {
        this.type = type;
        this.inclusive = inclusive;
        this.keys = keys;
    }

    /**
     * The projection that two query parameters ask for, each a comma-separated list or null; {@code attributes}
     * wins where both are given.
     */
    public static Projection of(ResourceType type, @Nullable String attributes, @Nullable String excluded) {
        boolean inclusive = attributes != null && !attributes.isBlank();
        String names = inclusive ? attributes : excluded;
        Set<String> keys = names == null
                ? Set.of()
                : Arrays.stream(names.split(","))
                        .map(String::trim)
                        .flatMap(name -> key(type, name))
                        .collect(Collectors.toUnmodifiableSet());
        return new Projection(type, inclusive, keys);
    }

    private static Stream<String> key(ResourceType type, String name) {
        if (type.schemas().anyMatch(schema -> schema.id().equalsIgnoreCase(name))) {
            return Stream.of(name.toLowerCase(Locale.ROOT));
        }
        return type.find(name).map(AttributeRef::key).stream();
    }

    /** Whether anything of a core attribute is returned, so that the rest need not even be read. */
    public boolean keeps(String attribute) {
        String key = attribute.toLowerCase(Locale.ROOT);
        boolean named = keys.contains(key) || keys.contains(coreKey());
        return inclusive ? named || keys.stream().anyMatch(wanted -> wanted.startsWith(key + ".")) : !named;
    }

    /** The part of the resource to return. */
    public ScimObject apply(ScimObject resource) {
        if (!inclusive && keys.isEmpty()) {
            return resource;
        }
        ScimObject result = new ScimObject();
        resource.forEach((name, value) -> keep(result, name, value));
        return result;
    }

    private void keep(ScimObject result, String name, @Nullable Object value) {
        boolean extension = type.extension(name).isPresent();
        if (!extension && isAlwaysReturned(name)) {
            result.put(name, value);
            return;
        }
        String key = name.toLowerCase(Locale.ROOT);
        // The core schema's own URN stands for all its attributes.
        boolean named = keys.contains(key) || (!extension && keys.contains(coreKey()));
        if (named) {
            if (inclusive) {
                result.put(name, value);
            }
            return;
        }
        Object part = part(value, key + (extension ? ":" : "."));
        if (part != null) {
            result.put(name, part);
        }
    }

    /** What is left of a value when only some of its sub-attributes are named; null when nothing is. */
    private @Nullable Object part(@Nullable Object value, String prefix) {
        if (keys.stream().noneMatch(key -> key.startsWith(prefix))) {
            return inclusive ? null : value;
        }
        if (value instanceof List<?> list) {
            List<?> parts = list.stream()
                    .map(element -> part(element, prefix))
                    .filter(java.util.Objects::nonNull)
                    .toList();
            return parts.isEmpty() ? null : parts;
        }
        if (value instanceof ScimObject object) {
            ScimObject part = new ScimObject();
            object.forEach((name, inner) -> keepPart(part, name, inner, prefix));
            return part.isEmpty() ? null : part;
        }
        return inclusive ? null : value;
    }

    private void keepPart(ScimObject part, String name, @Nullable Object value, String prefix) {
        String key = prefix + name.toLowerCase(Locale.ROOT);
        if (keys.contains(key)) {
            if (inclusive) {
                part.put(name, value);
            }
            return;
        }
        Object inner = part(value, key + ".");
        if (inner != null) {
            part.put(name, inner);
        }
    }

    private boolean isAlwaysReturned(String name) {
        return type.find(name)
                .filter(ref -> ref.leaf().returned() == Returned.ALWAYS)
                .isPresent();
    }

    private String coreKey() {
        return type.schema().id().toLowerCase(Locale.ROOT);
    }
}
