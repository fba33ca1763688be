package org.cortexscim.scim.patch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cortexscim.scim.Conformance;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.filter.Filter;
import org.cortexscim.scim.filter.Operator;
import org.cortexscim.scim.schema.Attribute;
import org.cortexscim.scim.schema.CoreSchemas;
import org.cortexscim.scim.schema.ValueReader;
import org.jspecify.annotations.Nullable;

/**
 * The effect of a PATCH operation on the members of a group. It names ids only, so that the remaining members need
 * not be read.
 *
 * @param ids the members to add, to remove, or to have in place of all others
 * @param types the types that the request states for some of them, by id: {@code user} or {@code group}
 */
public record MembershipChange(Kind kind, Set<String> ids, Map<String, String> types) {
    private static final String MEMBERS = "members";
    private static final Set<String> TYPES = Set.of("user", "group");

    /** The kind of change. */
    public enum Kind {
        ADD,
        REMOVE,
        REPLACE
    }

    public MembershipChange {
        ids = Collections.unmodifiableSet(new LinkedHashSet<>(ids));
        types = Map.copyOf(types);
    }

    /**
     * The members that a POST or PUT carries; null is none.
     *
     * @throws ScimException invalidValue for a member without a value, or for anything but an array; to a
     *     strict service also invalidSyntax for parts that members do not have
     */
    public static MembershipChange ofAll(Kind kind, @Nullable Object members, Conformance conformance) {
        return change(kind, members, conformance);
    }

    /**
     * Reads the member part of an operation on a group; empty when it has none.
     *
     * <pre>{"op":"add","path":"members","value":[{"value":"u1"}]}
     * {"op":"remove","path":"members[value eq \"u1\"]"}
     * {"op":"remove","path":"members","value":[{"value":"u1"}]}
     * {"op":"replace","value":{"members":[{"value":"u1"}]}}</pre>
     *
     * @throws ScimException invalidValue for a member without a value, invalidFilter for a filter by anything but value
     */
    static Optional<MembershipChange> of(PatchOperation operation, Conformance conformance) {
        operation.requireValue();
        if (operation.path().isPresent()) {
            return members(operation.path().get(), conformance)
                    .map(path -> at(path, operation.kind(), operation.value(), conformance));
        }
        ScimObject value = flat(operation.value());
        return value.names().stream()
                .flatMap(name -> members(name, conformance).stream()
                        .map(path -> at(path, operation.kind(), value.get(name), conformance)))
                .findFirst();
    }

    /** The path, when it is about members. */
    private static Optional<PatchPath> members(String path, Conformance conformance) {
        return PatchPath.find(CoreSchemas.GROUP_TYPE, path, conformance)
                .filter(found -> found.ref().attribute().name().equals(MEMBERS));
    }

    /** The attributes of a value without path, including those below the URN of the group's schema. */
    private static ScimObject flat(@Nullable Object value) {
        ScimObject attributes = value instanceof ScimObject object ? object.copy() : new ScimObject();
        attributes.object(CoreSchemas.GROUP_URN).ifPresent(core -> {
            attributes.remove(CoreSchemas.GROUP_URN);
            core.forEach(attributes::put);
        });
        return attributes;
    }

    /** The operation without its members; empty when it has no other part. */
    static Optional<PatchOperation> rest(PatchOperation operation) {
        if (operation.path().isPresent()) {
            boolean other =
                    members(operation.path().get(), Conformance.TOLERANT).isEmpty();
            return other ? Optional.of(operation) : Optional.empty();
        }
        ScimObject others = flat(operation.value());
        List<String> named = others.names().stream()
                .filter(name -> members(name, Conformance.TOLERANT).isPresent())
                .toList();
        named.forEach(others::remove);
        if (named.isEmpty()) {
            return Optional.of(operation);
        }
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(new PatchOperation(operation.kind(), Optional.empty(), others, true));
    }

    private static MembershipChange change(Kind kind, @Nullable Object members, Conformance conformance) {
        if (members != null && !(members instanceof List)) {
            throw ScimException.invalidValue("'members' must be an array of members.");
        }
        List<?> elements = members instanceof List<?> list ? list : List.of();
        Set<String> ids = new LinkedHashSet<>();
        Map<String, String> types = new LinkedHashMap<>();
        for (Object element : elements) {
            String id = id(element, conformance);
            ids.add(id);
            type(element).ifPresent(type -> types.put(id, type));
        }
        return new MembershipChange(kind, ids, types);
    }

    private static String id(@Nullable Object member, Conformance conformance) {
        if (member instanceof ScimObject object) {
            Attribute attribute = CoreSchemas.GROUP.attribute(MEMBERS).orElseThrow();
            new ValueReader(conformance).requireKnownParts(attribute, object, MEMBERS);
            if (object.get("value") instanceof String id && !id.isBlank()) {
                return id;
            }
        }
        throw ScimException.invalidValue("Each member needs the id of a user or a group as its 'value'.");
    }

    /** Most clients send none, and some a word of their own. */
    private static Optional<String> type(@Nullable Object member) {
        return member instanceof ScimObject object && object.get("type") instanceof String type
                ? Optional.of(type.toLowerCase(Locale.ROOT)).filter(TYPES::contains)
                : Optional.empty();
    }

    private static MembershipChange at(
            PatchPath path, PatchOperation.Kind kind, @Nullable Object value, Conformance conformance) {
        if (path.ref().sub().isPresent()) {
            throw ScimException.mutability("A member cannot be changed; remove it and add another.");
        }
        if (path.filter().isEmpty()) {
            return change(kind, value, conformance);
        }
        if (kind != PatchOperation.Kind.REMOVE) {
            throw ScimException.mutability("A member cannot be changed; remove it and add another.");
        }
        List<String> ids = new ArrayList<>();
        collect(path.filter().get(), ids);
        return new MembershipChange(Kind.REMOVE, new LinkedHashSet<>(ids), Map.of());
    }

    private static MembershipChange change(PatchOperation.Kind kind, @Nullable Object value, Conformance conformance) {
        return switch (kind) {
            case ADD -> change(Kind.ADD, value, conformance);
            case REPLACE -> change(Kind.REPLACE, value, conformance);
            case REMOVE -> change(value == null ? Kind.REPLACE : Kind.REMOVE, value, conformance);
        };
    }

    private static void collect(Filter filter, List<String> ids) {
        if (filter instanceof Filter.Or or) {
            collect(or.left(), ids);
            collect(or.right(), ids);
        } else if (filter instanceof Filter.Comparison comparison
                && comparison.operator() == Operator.EQ
                && comparison.path().equalsIgnoreCase("value")) {
            ids.add(comparison.value().toString());
        } else {
            throw ScimException.invalidFilter("Select members by their id: members[value eq \"<id>\"].");
        }
    }
}
