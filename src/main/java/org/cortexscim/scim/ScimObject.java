package org.cortexscim.scim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object whose member names compare without regard to case (RFC 7643 §2.1) and keep the order and spelling
 * in which they were first given.
 *
 * <p>A value is one of: {@code String}, {@code Boolean}, {@code BigDecimal}, {@code List} of values, {@code ScimObject},
 * or {@code null} (JSON null, "unassigned" in RFC 7643 §2.5).
 */
public final class ScimObject {
    private final Map<String, Member> members = new LinkedHashMap<>();

    private record Member(String name, @Nullable Object value) {}

    /** An object with one member. */
    public static ScimObject of(String name, @Nullable Object value) {
        return new ScimObject().with(name, value);
    }

    /** Sets a member and returns this object, for building documents. */
    public ScimObject with(String name, @Nullable Object value) {
        put(name, value);
        return this;
    }

    /** Sets a member; the first spelling of its name stays. */
    public void put(String name, @Nullable Object value) {
        members.compute(fold(name), (key, old) -> new Member(old == null ? name : old.name(), value));
    }

    public @Nullable Object get(String name) {
        Member member = members.get(fold(name));
        return member == null ? null : member.value();
    }

    /** Tells whether the member is present, even when its value is null. */
    public boolean has(String name) {
        return members.containsKey(fold(name));
    }

    public void remove(String name) {
        members.remove(fold(name));
    }

    public Optional<String> text(String name) {
        return get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    public Optional<Boolean> flag(String name) {
        return get(name) instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
    }

    public Optional<ScimObject> object(String name) {
        return get(name) instanceof ScimObject object ? Optional.of(object) : Optional.empty();
    }

    /** The elements of a list member; empty when the member is absent or not a list. */
    public List<?> list(String name) {
        return get(name) instanceof List<?> list ? list : List.of();
    }

    /** The elements of a list member that are objects. */
    public List<ScimObject> objects(String name) {
        return list(name).stream()
                .filter(ScimObject.class::isInstance)
                .map(ScimObject.class::cast)
                .toList();
    }

    public boolean isEmpty() {
        return members.isEmpty();
    }

    public int size() {
        return members.size();
    }

    /** The member names as first spelled, in order. */
    public Set<String> names() {
        return members.values().stream()
                .map(Member::name)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    public void forEach(BiConsumer<String, @Nullable Object> action) {
        List.copyOf(members.values()).forEach(member -> action.accept(member.name(), member.value()));
    }

    /** A deep copy; changing it does not change this object. */
    public ScimObject copy() {
        ScimObject copy = new ScimObject();
        members.forEach((key, member) -> copy.members.put(key, new Member(member.name(), copyOf(member.value()))));
        return copy;
    }

    private static @Nullable Object copyOf(@Nullable Object value) {
        if (value instanceof ScimObject object) {
            return object.copy();
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            list.forEach(element -> copy.add(copyOf(element)));
            return copy;
        }
        return value;
    }

    /** Equal members, whatever their order and the case of their names. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScimObject object && values().equals(object.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        members.forEach((key, member) -> values.put(key, member.value() == null ? Optional.empty() : member.value()));
        return values;
    }

    /** The names only: values may be personal data, and this text may reach a log. */
    @Override
    public String toString() {
        return "ScimObject" + names();
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
