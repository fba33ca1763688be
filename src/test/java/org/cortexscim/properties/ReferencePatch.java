package org.cortexscim.properties;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * PATCH once more, over maps and lists, written from RFC 7644 §3.5.2 without a look at the product. Where the product
 * says that it follows identity providers instead, so does this: a value path that selects nothing makes an element,
 * a remove may name elements in its value, null and empty texts are no values and as a value make no element, "True"
 * is true.
 */
final class ReferencePatch {
    private static final List<String> READ_ONLY = List.of("id", "groups", "meta");

    private final Map<String, Object> user;

    private ReferencePatch(Map<String, Object> user) {
        this.user = user;
    }

    /** An operation cannot be done; the message is the scimType. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String scimType) {
            super(scimType);
        }
    }

    /** The user after the operations, or why not. */
    static Map<String, Object> apply(Map<String, Object> before, List<PatchStep> steps) {
        Map<String, Object> user = copy(before);
        steps.forEach(step -> new ReferencePatch(user).apply(step));
        Leaf.PLURAL.forEach(name -> user.computeIfPresent(name, (same, elements) -> distinct(name, list(elements))));
        if (Leaf.PLURAL.stream()
                .anyMatch(name -> list(user.get(name)).stream()
                                .filter(ReferencePatch::isPrimary)
                                .count()
                        > 1)) {
            throw new Refused("invalidValue");
        }
        return withoutEmpty(user);
    }

    private void apply(PatchStep step) {
        String op = step.op().toLowerCase(Locale.ROOT);
        if (step.value().isEmpty() && !op.equals("remove")) {
            throw new Refused("invalidValue");
        }
        Object value = step.value().map(ReferencePatch::plain).orElse(null);
        if (step.place().isPresent()) {
            requireWritable(step.place().get());
            apply(op, step.place().get(), value);
        } else if (op.equals("remove")) {
            throw new Refused("noTarget");
        } else {
            ((Map<?, ?>) step.value().get())
                    .values().stream()
                            .map(PatchStep.Member.class::cast)
                            .filter(member -> !READ_ONLY.contains(member.place().attribute())
                                    && !member.place().attribute().equals("colour"))
                            .forEach(member -> apply(op, member.place(), plain(member.value())));
        }
    }

    private static void requireWritable(Place place) {
        if (READ_ONLY.contains(place.attribute())) {
            throw new Refused("mutability");
        }
        if (place.attribute().equals("colour")
                || place.part().filter("first"::equals).isPresent()) {
            throw new Refused("invalidPath");
        }
        if (place.attribute().equals("userName")) {
            throw new Refused("mutability");
        }
    }

    private void apply(String op, Place place, Object value) {
        Map<String, Object> home = place.extension() ? child(user, Leaf.ENTERPRISE) : user;
        if (place.isExtension()) {
            extension(op, value);
        } else if (place.isPlural()) {
            plural(op, place, value);
        } else if (place.part().isPresent()) {
            single(op, child(home, place.attribute()), place.part().get(), text(value));
        } else if (place.attribute().equals("name")) {
            name(op, value);
        } else if (place.attribute().equals("manager")) {
            manager(op, home, value);
        } else {
            single(op, home, place.attribute(), place.attribute().equals("active") ? flag(value) : text(value));
        }
    }

    private void extension(String op, Object value) {
        if (op.equals("remove") || (op.equals("replace") && value == null)) {
            user.remove(Leaf.ENTERPRISE);
        } else if (value != null) {
            ((Map<?, ?>) value).forEach((name, member) -> {
                if (!name.equals("colour")) {
                    apply(op, Place.of(Leaf.ENTERPRISE + ":" + name), member);
                }
            });
        }
    }

    private static void single(String op, Map<String, Object> home, String name, Object value) {
        if (value != null && !op.equals("remove")) {
            home.put(name, value);
        } else if (!op.equals("add")) {
            home.remove(name);
        }
    }

    private void name(String op, Object value) {
        if (op.equals("remove")) {
            user.remove("name");
            return;
        }
        Map<String, Object> parts = child(user, "name");
        ((Map<?, ?>) value).forEach((part, given) -> {
            if (!part.equals("colour")) {
                single(op, parts, part.toString(), text(given));
            }
        });
    }

    private static void manager(String op, Map<String, Object> home, Object value) {
        Object one = value instanceof List<?> list ? list.get(0) : value;
        Object id = text(one instanceof Map<?, ?> map ? map.get("value") : one);
        single(op, home, "manager", id == null ? null : new LinkedHashMap<>(Map.of("value", id)));
    }

    private void plural(String op, Place place, Object value) {
        List<Map<String, Object>> elements = new ArrayList<>(list(user.get(place.attribute())));
        user.put(place.attribute(), elements);
        if (place.part().isPresent()) {
            part(op, place, elements, value);
        } else if (!place.terms().isEmpty()) {
            element(op, place, elements, value);
        } else if (op.equals("remove")) {
            remove(place.attribute(), elements, value);
        } else {
            all(op, place.attribute(), elements, value);
        }
        elements.removeIf(Map::isEmpty);
    }

    private static void part(String op, Place place, List<Map<String, Object>> elements, Object value) {
        String part = place.part().orElseThrow();
        Object canonical = op.equals("remove") ? null : part.equals("primary") ? flag(value) : text(value);
        if (canonical == null && op.equals("add")) {
            return;
        }
        List<Map<String, Object>> selected =
                canonical == null ? selected(place, elements) : selectedOrNew(place, elements);
        selected.forEach(element -> single(canonical == null ? "remove" : op, element, part, canonical));
        onePrimary(elements, selected);
    }

    private static void element(String op, Place place, List<Map<String, Object>> elements, Object value) {
        Object one = value instanceof List<?> list ? list.get(0) : value;
        Map<String, Object> given = op.equals("remove") ? Map.of() : read(place.attribute(), one);
        if (given.isEmpty()) {
            if (!op.equals("add")) {
                elements.removeAll(selected(place, elements));
            }
            return;
        }
        List<Map<String, Object>> selected = selectedOrNew(place, elements);
        for (Map<String, Object> element : selected) {
            element.putAll(given);
            if (op.equals("replace") && one instanceof Map<?, ?> sent) {
                element.keySet().removeIf(part -> sent.containsKey(part) && !given.containsKey(part));
            }
        }
        onePrimary(elements, selected);
    }

    private static void all(String op, String attribute, List<Map<String, Object>> elements, Object value) {
        List<Map<String, Object>> given = readAll(attribute, value);
        if (given.stream().filter(ReferencePatch::isPrimary).count() > 1) {
            throw new Refused("invalidValue");
        }
        if (op.equals("replace")) {
            elements.clear();
        }
        for (Map<String, Object> one : given) {
            Optional<Map<String, Object>> same = elements.stream()
                    .filter(element -> op.equals("replace") ? element.equals(one) : isSame(attribute, element, one))
                    .findFirst();
            Map<String, Object> kept = same.orElse(one);
            if (same.isEmpty()) {
                elements.add(one);
            } else {
                one.forEach((part, it) -> {
                    if (!part.equals("value") && !part.equals("type")) {
                        kept.put(part, it);
                    }
                });
            }
            if (isPrimary(one)) {
                onePrimary(elements, List.of(kept));
            }
        }
    }

    private static void remove(String attribute, List<Map<String, Object>> elements, Object value) {
        if (value == null || value.equals("")) {
            elements.clear();
            return;
        }
        List<Map<String, Object>> given = readAll(attribute, value);
        if (given.stream().filter(ReferencePatch::isPrimary).count() > 1) {
            throw new Refused("invalidValue");
        }
        elements.removeIf(element -> given.stream()
                .anyMatch(one -> (element.containsKey("value") && one.containsKey("value"))
                        ? key(attribute, "value", element).equals(key(attribute, "value", one))
                        : element.equals(one)));
    }

    /** RFC 7643 §2.4: no two values have the same type and value. */
    private static boolean isSame(String attribute, Map<String, Object> one, Map<String, Object> other) {
        if (!one.containsKey("value") || !other.containsKey("value")) {
            return one.equals(other);
        }
        return key(attribute, "value", one).equals(key(attribute, "value", other))
                && key(attribute, "type", one).equals(key(attribute, "type", other));
    }

    /** The first of those that are the same, or the first of them that is primary. */
    private static List<Map<String, Object>> distinct(String attribute, List<Map<String, Object>> elements) {
        List<Map<String, Object>> distinct = new ArrayList<>();
        for (Map<String, Object> element : elements) {
            int same = 0;
            while (same < distinct.size() && !isSame(attribute, distinct.get(same), element)) {
                same++;
            }
            if (same == distinct.size()) {
                distinct.add(element);
            } else if (isPrimary(element) && !isPrimary(distinct.get(same))) {
                distinct.set(same, element);
            }
        }
        return distinct;
    }

    private static String key(String attribute, String part, Map<String, Object> element) {
        String text = Objects.toString(element.get(part), "");
        boolean exact = Leaf.partsOf(attribute).stream()
                .anyMatch(leaf -> leaf.path().equals(part) && leaf.kind() == Leaf.Kind.EXACT);
        return exact ? text : text.toLowerCase(Locale.ROOT);
    }

    private static List<Map<String, Object>> selected(Place place, List<Map<String, Object>> elements) {
        return elements.stream()
                .filter(element -> place.terms().stream().allMatch(term -> holds(place.attribute(), term, element)))
                .toList();
    }

    private static boolean holds(String attribute, Place.Term term, Map<String, Object> element) {
        boolean present = element.containsKey(term.part());
        String actual = key(attribute, term.part(), element);
        String wanted = key(attribute, term.part(), Map.of(term.part(), term.value()));
        return switch (term.operator()) {
            case "eq" -> present && actual.equals(wanted);
            case "ne" -> !present || !actual.equals(wanted);
            case "sw" -> present && actual.startsWith(wanted);
            case "co" -> present && actual.contains(wanted);
            default -> present;
        };
    }

    private static List<Map<String, Object>> selectedOrNew(Place place, List<Map<String, Object>> elements) {
        List<Map<String, Object>> selected = selected(place, elements);
        if (!selected.isEmpty()) {
            return selected;
        }
        Map<String, Object> created = new LinkedHashMap<>();
        place.terms().stream()
                .filter(term -> term.operator().equals("eq"))
                .forEach(term -> created.put(term.part(), term.value()));
        if (created.isEmpty() && !place.terms().isEmpty()) {
            throw new Refused("noTarget");
        }
        elements.add(created);
        return List.of(created);
    }

    private static void onePrimary(List<Map<String, Object>> elements, List<Map<String, Object>> changed) {
        if (changed.stream().anyMatch(ReferencePatch::isPrimary)) {
            elements.stream()
                    .filter(element -> isPrimary(element) && changed.stream().noneMatch(one -> one == element))
                    .forEach(element -> element.put("primary", false));
        }
    }

    private static boolean isPrimary(Map<String, Object> element) {
        return Boolean.TRUE.equals(element.get("primary"));
    }

    private static List<Map<String, Object>> readAll(String attribute, Object value) {
        Collection<?> given = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        return distinct(
                attribute,
                given.stream()
                        .map(one -> read(attribute, one))
                        .filter(one -> !one.isEmpty())
                        .toList());
    }

    private static Map<String, Object> read(String attribute, Object value) {
        Map<?, ?> given = value instanceof Map<?, ?> map ? map : value == null ? Map.of() : Map.of("value", value);
        Map<String, Object> element = new LinkedHashMap<>();
        if (given.containsKey("value") && text(given.get("value")) == null) {
            return element;
        }
        for (Leaf leaf : Leaf.partsOf(attribute)) {
            Object part = given.get(leaf.path());
            Object canonical = leaf.kind() == Leaf.Kind.BOOLEAN ? flag(part) : text(part);
            if (canonical != null) {
                element.put(leaf.path(), canonical);
            }
        }
        return element;
    }

    private static Object text(Object value) {
        return "".equals(value) ? null : value;
    }

    private static Object flag(Object value) {
        if (value == null || value.equals("") || value instanceof Boolean) {
            return text(value);
        }
        String word = value.toString().toLowerCase(Locale.ROOT);
        if (!word.equals("true") && !word.equals("false")) {
            throw new Refused("invalidValue");
        }
        return Boolean.valueOf(word);
    }

    private static Object plain(Object value) {
        if (value == PatchStep.NULL) {
            return null;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ReferencePatch::plain).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.forEach((name, member) -> plain.put(name.toString(), plain(member)));
            return plain;
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> child(Map<String, Object> home, String name) {
        return (Map<String, Object>) home.computeIfAbsent(name, missing -> new LinkedHashMap<String, Object>());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Object value) {
        return value == null ? List.of() : (List<Map<String, Object>>) value;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> copy(Map<String, Object> object) {
        Map<String, Object> copy = new LinkedHashMap<>();
        object.forEach((name, value) -> copy.put(
                name,
                value instanceof Map<?, ?> map
                        ? copy((Map<String, Object>) map)
                        : value instanceof List<?>
                                ? new ArrayList<>(list(value).stream()
                                        .map(ReferencePatch::copy)
                                        .toList())
                                : value));
        return copy;
    }

    private static Map<String, Object> withoutEmpty(Map<String, Object> object) {
        Map<String, Object> kept = new LinkedHashMap<>();
        object.forEach((name, value) -> {
            Object inner = value instanceof Map<?, ?> ? withoutEmpty(child(object, name)) : value;
            boolean empty = inner.equals(Map.of()) || inner.equals(List.of());
            if (!empty) {
                kept.put(name, inner);
            }
        });
        return kept;
    }
}
