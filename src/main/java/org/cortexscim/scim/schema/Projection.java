package org.cortexscim.scim.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cortexscim.scim.ScimObject;
import org.jspecify.annotations.Nullable;

/**
 * The attributes that a response contains (RFC 7644 §3.9): those in {@code attributes}, or all but those in
 * {@code excludedAttributes}; what is always returned stays. What is returned on {@code request} must be asked for, or
 * have been set by the request that is answered. Names that no schema defines select nothing.
 */
public final class Projection {
    /** What every resource has beside its document, groups included (RFC 7643 §3.1, §4.1.2). */
    private static final Set<String> COMMON = Set.of("id", "schemas", "meta", "groups");

    private final ResourceType type;
    private final boolean inclusive;
    private final Set<String> keys;
    private final Set<String> set;

    private Projection(ResourceType type, boolean inclusive, Set<String> keys, Set<String> set) {
        this.type = type;
        this.inclusive = inclusive;
        this.keys = keys;
        this.set = set;
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
        return new Projection(type, inclusive, keys, Set.of());
    }

    /** This projection for the answer to a request that has set the attributes of these keys (RFC 7643 §7). */
    public Projection afterSetting(Set<String> keysOfSet) {
        return new Projection(type, inclusive, keys, Set.copyOf(keysOfSet));
    }

    private static Stream<String> key(ResourceType type, String name) {
        if (type.schemas().anyMatch(schema -> schema.id().equalsIgnoreCase(name))) {
            return Stream.of(name.toLowerCase(Locale.ROOT));
        }
        return type.find(name).map(AttributeRef::key).stream();
    }

    /** Tells whether any part of a core attribute is returned; otherwise it does not have to be read. */
    public boolean keeps(String attribute) {
        String key = attribute.toLowerCase(Locale.ROOT);
        boolean named = keys.contains(key) || (isCore(attribute) && keys.contains(coreKey()));
        return inclusive ? named || keys.stream().anyMatch(wanted -> wanted.startsWith(key + ".")) : !named;
    }

    /** Tells whether an attribute other than these and the common ones is returned; otherwise they are all to be read. */
    public boolean reachesBeyond(Set<String> attributes) {
        Set<String> enough = Stream.concat(attributes.stream(), COMMON.stream())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return !inclusive
                || keys.stream().anyMatch(key -> !enough.contains(key.replaceFirst("^(meta|groups)\\..*", "$1")))
                || type.schemas()
                        .anyMatch(schema -> schema.attributes().stream()
                                .filter(attribute -> attribute.returned() == Returned.ALWAYS)
                                .anyMatch(attribute -> !schema.equals(type.schema())
                                        || !enough.contains(attribute.name().toLowerCase(Locale.ROOT))));
    }

    /** The part of the resource to return. */
    public ScimObject apply(ScimObject resource) {
        if (!inclusive && keys.isEmpty() && !hasReturnedOnRequest()) {
            return resource;
        }
        ScimObject result = new ScimObject();
        resource.forEach((name, value) -> keep(result, name, value));
        return result;
    }

    private void keep(ScimObject result, String name, @Nullable Object value) {
        Optional<Schema> extension = type.extension(name);
        if (extension.isPresent() && value instanceof ScimObject members) {
            ScimObject part = new ScimObject();
            members.forEach((inner, one) -> keepIn(extension.get(), part, inner, one));
            if (!part.isEmpty()) {
                result.put(name, part);
            }
        } else {
            keep(result, name, value, new Scope("", isCore(name) ? coreKey() : "", returned(type.find(name))));
        }
    }

    private void keepIn(Schema extension, ScimObject part, String name, @Nullable Object value) {
        String urn = extension.id().toLowerCase(Locale.ROOT);
        Optional<AttributeRef> ref = type.find(extension.id() + ":" + name);
        keep(part, name, value, new Scope(urn + ":", urn, returned(ref)));
    }

    /**
     * The place of an attribute.
     *
     * @param prefix the beginning of its key
     * @param whole the key that means all attributes of its schema; empty when no key does
     */
    private record Scope(String prefix, String whole, Returned returned) {}

    private void keep(ScimObject result, String name, @Nullable Object value, Scope scope) {
        String key = scope.prefix() + name.toLowerCase(Locale.ROOT);
        if (scope.returned() == Returned.ALWAYS) {
            result.put(name, value);
        } else if (keys.contains(key) || keys.contains(scope.whole())) {
            if (inclusive) {
                result.put(name, value);
            }
        } else if (inclusive || scope.returned() != Returned.REQUEST || set.contains(key)) {
            Object part = part(value, key + ".");
            if (part != null) {
                result.put(name, part);
            }
        }
    }

    private boolean hasReturnedOnRequest() {
        return type.schemas()
                .flatMap(schema -> schema.attributes().stream())
                .anyMatch(attribute -> attribute.returned() == Returned.REQUEST);
    }

    private static Returned returned(Optional<AttributeRef> ref) {
        return ref.map(found -> found.leaf().returned()).orElse(Returned.DEFAULT);
    }

    /** The value reduced to the named sub-attributes; null when nothing is left. */
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

    /** The URN of the core schema means all its attributes, except externalId and meta (RFC 7643 §3.1). */
    private boolean isCore(String name) {
        return type.schema().attribute(name).isPresent();
    }

    private String coreKey() {
        return type.schema().id().toLowerCase(Locale.ROOT);
    }
}
