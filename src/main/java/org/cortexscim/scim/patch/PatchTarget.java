package org.cortexscim.scim.patch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.filter.Filter;
import org.cortexscim.scim.filter.FilterEvaluator;
import org.cortexscim.scim.filter.Operator;
import org.cortexscim.scim.filter.SearchKey;
import org.cortexscim.scim.schema.Attribute;
import org.cortexscim.scim.schema.AttributeRef;
import org.jspecify.annotations.Nullable;

/** One place in a document, and what add, replace and remove do there (RFC 7644 §3.5.2.1 to §3.5.2.3). */
final class PatchTarget {
    private final ScimObject document;
    private final AttributeRef ref;
    private final Optional<Filter> filter;
    private final Attribute attribute;

    PatchTarget(ScimObject document, PatchPath path) {
        this.document = document;
        this.ref = path.ref();
        this.filter = path.filter();
        this.attribute = ref.attribute();
    }

    /** Applies an operation whose value is {@link PatchQuirks what the client meant}. */
    void apply(PatchOperation.Kind kind, @Nullable Object meant) {
        if (attribute.required() && (kind == PatchOperation.Kind.REMOVE || isNothing(meant))) {
            throw ScimException.mutability("'%s' is required and cannot be removed.".formatted(attribute.name()));
        }
        if (kind == PatchOperation.Kind.REMOVE) {
            remove(meant);
        } else if (meant == null || isNothing(meant)) {
            // Setting a value to null or "" unassigns it (RFC 7643 §2.5); adding nothing changes nothing.
            if (kind == PatchOperation.Kind.REPLACE) {
                remove(null);
            }
        } else if (!attribute.multiValued()) {
            assign(kind, meant);
        } else if (filter.isPresent() || ref.sub().isPresent()) {
            assignElements(kind, meant);
        } else {
            assignList(kind, meant);
        }
    }

    private void remove(@Nullable Object value) {
        if (!attribute.multiValued()) {
            ref.sub().ifPresentOrElse(sub -> parts().forEach(part -> part.remove(sub.name())), this::clear);
            return;
        }
        if (ref.sub().isPresent()) {
            selected().forEach(element -> element.remove(ref.sub().get().name()));
        } else if (filter.isPresent()) {
            setElements(without(selected()::contains));
        } else if (value == null || value.equals("")) {
            clear();
        } else {
            // Entra and others name the elements to remove in the value.
            List<Object> unwanted = asList(value).stream()
                    .filter(Objects::nonNull)
                    .map(this::identity)
                    .toList();
            setElements(without(element -> unwanted.contains(identity(element))));
        }
    }

    /** Sets a single-valued attribute, or one part of it. */
    private void assign(PatchOperation.Kind kind, Object value) {
        ScimObject home = home();
        Object present = home.get(attribute.name());
        if (ref.sub().isPresent()) {
            ScimObject parts = present instanceof ScimObject object ? object : new ScimObject();
            parts.put(ref.sub().get().name(), value);
            home.put(attribute.name(), parts);
        } else if (present instanceof ScimObject object && value instanceof ScimObject parts && merges(kind)) {
            parts.forEach(object::put);
        } else {
            home.put(attribute.name(), value instanceof ScimObject parts ? parts.copy() : value);
        }
    }

    /** A name's parts are set one by one; a reference such as the manager is set as a whole. */
    private boolean merges(PatchOperation.Kind kind) {
        return kind == PatchOperation.Kind.ADD || attribute.sub("value").isEmpty();
    }

    /** Sets the elements that the path selects, or makes one when there is none (Entra relies on that). */
    private void assignElements(PatchOperation.Kind kind, Object value) {
        List<ScimObject> selected = new ArrayList<>(selected());
        if (selected.isEmpty()) {
            ScimObject created = filter.map(PatchTarget::fromFilter).orElseGet(ScimObject::new);
            List<Object> elements = elements();
            elements.add(created);
            setElements(elements);
            selected.add(created);
        }
        for (ScimObject element : selected) {
            if (ref.sub().isPresent()) {
                element.put(ref.sub().get().name(), value);
            } else {
                replaceElement(element, kind, value);
            }
        }
        keepOnePrimary(selected);
    }

    private void replaceElement(ScimObject element, PatchOperation.Kind kind, Object value) {
        ScimObject parts =
                value instanceof List<?> list && list.size() == 1 ? asElement(list.get(0)) : asElement(value);
        if (kind == PatchOperation.Kind.REPLACE) {
            ScimObject selecting = filter.map(PatchTarget::fromFilterIfEqual).orElseGet(ScimObject::new);
            element.names().stream().filter(name -> !selecting.has(name)).forEach(element::remove);
        }
        parts.forEach(element::put);
    }

    /** Adds to a multi-valued attribute, or replaces all its values. */
    private void assignList(PatchOperation.Kind kind, Object value) {
        List<Object> given = asList(value).stream()
                .filter(Objects::nonNull)
                .map(element -> attribute.isComplex() ? asElement(element) : (Object) element)
                .toList();
        List<Object> elements = kind == PatchOperation.Kind.ADD ? elements() : new ArrayList<>();
        given.stream().filter(element -> !elements.contains(element)).forEach(elements::add);
        setElements(elements);
        keepOnePrimary(elements.stream()
                .filter(given::contains)
                .filter(ScimObject.class::isInstance)
                .map(ScimObject.class::cast)
                .toList());
    }

    /** A new primary value takes the place of the old one (RFC 7644 §3.5.2). */
    private void keepOnePrimary(List<ScimObject> changed) {
        if (changed.stream().noneMatch(PatchTarget::isPrimary)) {
            return;
        }
        // By identity: an old value may be equal to the new one.
        Set<Object> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        kept.addAll(changed);
        for (Object element : elements()) {
            if (!kept.contains(element) && element instanceof ScimObject other && isPrimary(other)) {
                other.put("primary", false);
            }
        }
    }

    private static boolean isPrimary(ScimObject element) {
        return String.valueOf(element.get("primary")).equalsIgnoreCase("true");
    }

    private List<ScimObject> selected() {
        FilterEvaluator evaluator = new FilterEvaluator(attribute);
        List<ScimObject> all = elements().stream()
                .filter(ScimObject.class::isInstance)
                .map(ScimObject.class::cast)
                .toList();
        // The filter is held against an empty element first, so that a wrong one is refused even when there is none.
        filter.ifPresent(f -> evaluator.matches(f, new ScimObject()));
        return all.stream()
                .filter(element -> filter.isEmpty() || evaluator.matches(filter.get(), element))
                .toList();
    }

    private static ScimObject fromFilter(Filter filter) {
        ScimObject element = fromFilterIfEqual(filter);
        if (element.isEmpty()) {
            throw ScimException.noTarget(
                    "The path's filter selects no value, and says of no attribute what it equals.");
        }
        return element;
    }

    /** What the filter's {@code eq} terms, joined by {@code and}, say of an element. */
    private static ScimObject fromFilterIfEqual(Filter filter) {
        ScimObject element = new ScimObject();
        collectEqualities(filter, element);
        return element;
    }

    private static void collectEqualities(Filter filter, ScimObject element) {
        if (filter instanceof Filter.And and) {
            collectEqualities(and.left(), element);
            collectEqualities(and.right(), element);
        } else if (filter instanceof Filter.Comparison comparison && comparison.operator() == Operator.EQ) {
            element.put(comparison.path(), comparison.value());
        }
    }

    private ScimObject home() {
        if (ref.extension().isEmpty()) {
            return document;
        }
        String urn = ref.extension().get();
        if (document.object(urn).isEmpty()) {
            document.put(urn, new ScimObject());
        }
        return document.object(urn).orElseThrow();
    }

    private List<ScimObject> parts() {
        return home().object(attribute.name()).stream().toList();
    }

    private List<Object> elements() {
        List<Object> elements = new ArrayList<>();
        home().list(attribute.name()).forEach(elements::add);
        return elements;
    }

    private void setElements(List<Object> elements) {
        home().put(attribute.name(), elements);
    }

    private void clear() {
        home().remove(attribute.name());
    }

    private List<Object> without(Predicate<Object> unwanted) {
        return elements().stream().filter(unwanted.negate()).toList();
    }

    private ScimObject asElement(@Nullable Object value) {
        if (value instanceof ScimObject object) {
            return object.copy();
        }
        if (value instanceof String && attribute.sub("value").isPresent()) {
            return ScimObject.of("value", value);
        }
        throw ScimException.invalidValue("A value of '%s' must be a JSON object.".formatted(attribute.name()));
    }

    private static List<?> asList(@Nullable Object value) {
        return value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
    }

    /** What two elements are told apart by when one is to be removed: their value where they have one. */
    private Object identity(Object element) {
        Object value = element instanceof ScimObject object ? object.get("value") : element;
        Optional<Attribute> sub = attribute.sub("value");
        return value == null || sub.isEmpty() ? element : SearchKey.of(sub.get(), value);
    }

    private static boolean isNothing(@Nullable Object value) {
        return value == null
                || value.equals("")
                || value.equals(List.of())
                || (value instanceof ScimObject object
                        && object.size() == 1
                        && object.has("value")
                        && isNothing(object.get("value")));
    }
}
