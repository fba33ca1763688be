package org.cortexscim.scim.patch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.filter.Filter;
import org.cortexscim.scim.filter.Operator;
import org.cortexscim.scim.schema.CoreSchemas;
import org.jspecify.annotations.Nullable;

/**
 * What an operation of a PATCH does to the members of a group. It names ids only, so that the members who stay need
 * not be read.
 *
 * @param ids the members to add, to remove, or to have in place of all others
 * @param types what the request takes some of them for, by id: {@code user} or {@code group}
 */
public record MembershipChange(Kind kind, Set<String> ids, Map<String, String> types) {
    private static final String MEMBERS = "members";
    private static final Set<String> TYPES = Set.of("user", "group");

    /** What happens to the ids. */
    public enum Kind {
        ADD,
        REMOVE,
        REPLACE
    }

    public MembershipChange {
        ids = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(ids));
        types = Map.copyOf(types);
    }

    /**
     * The members that a POST or PUT carries; null is none.
     *
     * @throws ScimException invalidValue for a member without a value
     */
    public static MembershipChange ofAll(Kind kind, @Nullable Object members) {
        return change(kind, members);
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
    public static Optional<MembershipChange> of(PatchOperation operation) {
        if (operation.path().isEmpty()) {
            return operation.value() instanceof ScimObject members && members.has(MEMBERS)
                    ? Optional.of(change(operation.kind(), members.get(MEMBERS), true))
                    : Optional.empty();
        }
        return PatchPath.find(CoreSchemas.GROUP_TYPE, operation.path().get())
                .filter(path -> path.ref().attribute().name().equals(MEMBERS))
                .map(path -> at(path, operation));
    }

    /** The operation without its member part; empty when nothing else is in it. */
    public static Optional<PatchOperation> rest(PatchOperation operation) {
        if (of(operation).isEmpty()) {
            return Optional.of(operation);
        }
        if (!(operation.value() instanceof ScimObject members)
                || operation.path().isPresent()) {
            return Optional.empty();
        }
        ScimObject others = members.copy();
        others.remove(MEMBERS);
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(new PatchOperation(operation.kind(), Optional.empty(), others, true));
    }

    private static MembershipChange change(Kind kind, @Nullable Object members) {
        List<?> elements = members instanceof List<?> list ? list : members == null ? List.of() : List.of(members);
        Set<String> ids = new LinkedHashSet<>();
        Map<String, String> types = new LinkedHashMap<>();
        for (Object element : elements) {
            String id = id(element);
            ids.add(id);
            type(element).ifPresent(type -> types.put(id, type));
        }
        return new MembershipChange(kind, ids, types);
    }

    private static String id(@Nullable Object member) {
        Object value = member instanceof ScimObject object ? object.get("value") : member;
        if (value instanceof String id && !id.isBlank()) {
            return id;
        }
        throw ScimException.invalidValue("Each member needs the id of a user or a group as its 'value'.");
    }

    /** Most clients send none, and some a word of their own. */
    private static Optional<String> type(@Nullable Object member) {
        return member instanceof ScimObject object && object.get("type") instanceof String type
                ? Optional.of(type.toLowerCase(Locale.ROOT)).filter(TYPES::contains)
                : Optional.empty();
    }

    private static MembershipChange at(PatchPath path, PatchOperation operation) {
        if (path.ref().sub().isPresent()) {
            throw ScimException.mutability("A member cannot be changed; remove it and add another.");
        }
        if (path.filter().isEmpty()) {
            return change(operation.kind(), operation.value(), operation.hasValue());
        }
        if (operation.kind() != PatchOperation.Kind.REMOVE) {
            throw ScimException.mutability("A member cannot be changed; remove it and add another.");
        }
        List<String> ids = new ArrayList<>();
        collect(path.filter().get(), ids);
        return new MembershipChange(Kind.REMOVE, new LinkedHashSet<>(ids), Map.of());
    }

    private static MembershipChange change(PatchOperation.Kind kind, @Nullable Object value, boolean hasValue) {
        return switch (kind) {
            case ADD -> change(Kind.ADD, value);
            case REPLACE -> change(Kind.REPLACE, value);
            case REMOVE -> hasValue && value != null ? change(Kind.REMOVE, value) : change(Kind.REPLACE, null);
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
            throw ScimException.invalidFilter("Members are selected by their id: members[value eq \"<id>\"].");
        }
    }
}
