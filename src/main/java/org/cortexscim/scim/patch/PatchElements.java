package org.cortexscim.scim.patch;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cortexscim.scim.Conformance;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.filter.Filter;
import org.cortexscim.scim.filter.FilterEvaluator;
import org.cortexscim.scim.filter.Operator;
import org.cortexscim.scim.schema.Attribute;
import org.cortexscim.scim.schema.AttributeType;
import org.cortexscim.scim.schema.ElementIdentity;
import org.cortexscim.scim.schema.ValueReader;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a multi-valued attribute while an operation works on them. Of several elements at most one stays
 * primary: the one that was set last (RFC 7644 §3.5.2).
 */
final class PatchElements {
    private final Attribute attribute;
    private final Optional<Filter> filter;
    private final Conformance conformance;
    private final List<Object> elements;

    /** All elements; the filter selects those to work on. */
    PatchElements(Attribute attribute, Optional<Filter> filter, List<Object> elements, Conformance conformance) {
        this.attribute = attribute;
        this.filter = filter;
        this.elements = elements;
        this.conformance = conformance;
    }

    List<Object> all() {
        return elements;
    }

    /** Sets one sub-attribute of the selected elements, or of a new element when none is selected. */
    void setPart(String part, Object value) {
        List<ScimObject> changed = new ArrayList<>();
        for (int index : selectedOrNew()) {
            if (elements.get(index) instanceof ScimObject element) {
                element.put(part, value);
                changed.add(element);
            }
        }
        keepOnePrimary(changed);
    }

    /**
     * Sets the parts of a value in the selected elements, which keep their other parts; a simple value takes their place.
     *
     * @param unassigned the parts that go
     */
    void setElement(Object value, Set<String> unassigned) {
        List<ScimObject> changed = new ArrayList<>();
        for (int index : selectedOrNew()) {
            if (elements.get(index) instanceof ScimObject element && value instanceof ScimObject given) {
                given.copy().forEach(element::put);
                unassigned.forEach(element::remove);
                changed.add(element);
            } else {
                elements.set(index, value);
            }
        }
        keepOnePrimary(changed);
    }

    /** Adds values, or replaces all existing values with them. */
    void setAll(PatchOperation.Kind kind, List<?> values) {
        if (kind == PatchOperation.Kind.REPLACE) {
            elements.clear();
        }
        List<ScimObject> primary = new ArrayList<>();
        for (Object value : values) {
            Object element = kind == PatchOperation.Kind.ADD ? added(value) : replaced(value);
            if (element instanceof ScimObject object && value instanceof ScimObject given && isPrimary(given)) {
                primary.add(object);
            }
        }
        keepOnePrimary(primary);
    }

    /** The element for a value: an existing element that takes over its sub-attributes, or a new one. */
    private Object added(Object value) {
        Optional<Object> same = elements.stream()
                .filter(element -> ElementIdentity.of(attribute, element).equals(ElementIdentity.of(attribute, value)))
                .findFirst();
        if (same.isEmpty()) {
            elements.add(value);
        } else if (same.get() instanceof ScimObject present && value instanceof ScimObject given) {
            given.names().stream()
                    .filter(name -> !present.has(name) || !isIdentity(name))
                    .forEach(name -> present.put(name, given.get(name)));
        }
        return same.orElse(value);
    }

    private Object replaced(Object value) {
        if (!elements.contains(value)) {
            elements.add(value);
        }
        return value;
    }

    void removePart(String part) {
        for (int index : selected()) {
            if (elements.get(index) instanceof ScimObject element) {
                element.remove(part);
            }
        }
        elements.removeIf(element -> element instanceof ScimObject object && object.isEmpty());
    }

    void removeSelected() {
        List<Integer> selected = selected();
        for (int last = selected.size() - 1; last >= 0; last--) {
            elements.remove((int) selected.get(last));
        }
    }

    void removeAll() {
        elements.clear();
    }

    /** Removes the elements that have the value of one of those given. */
    void remove(List<?> values) {
        List<?> unwanted = values.stream()
                .map(value -> ElementIdentity.byValue(attribute, value))
                .toList();
        elements.removeIf(element -> unwanted.contains(ElementIdentity.byValue(attribute, element)));
    }

    /** A new primary value replaces the old one. */
    private void keepOnePrimary(List<ScimObject> changed) {
        if (changed.stream().noneMatch(PatchElements::isPrimary)) {
            return;
        }
        // By identity: an old value may be equal to the new one.
        Set<Object> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        kept.addAll(changed);
        for (Object element : elements) {
            if (!kept.contains(element) && element instanceof ScimObject other && isPrimary(other)) {
                other.put("primary", false);
            }
        }
    }

    private static boolean isPrimary(ScimObject element) {
        return element.flag("primary").orElse(false);
    }

    private List<Integer> selected() {
        if (filter.isEmpty()) {
            return java.util.stream.IntStream.range(0, elements.size()).boxed().toList();
        }
        FilterEvaluator evaluator = new FilterEvaluator(attribute);
        // Evaluating the filter on an empty element first refuses an invalid filter even when the list is empty.
        evaluator.matches(filter.get(), new ScimObject());
        List<Integer> selected = java.util.stream.IntStream.range(0, elements.size())
                .filter(index -> evaluator.matches(filter.get(), asObject(elements.get(index))))
                .boxed()
                .toList();
        if (selected.size() > 1 && !conformance.takesAnyNumberOfElements()) {
            throw ScimException.invalidFilter("The path's filter selects %d values of '%s'; it must select one."
                    .formatted(selected.size(), attribute.name()));
        }
        return selected;
    }

    /** RFC 7644 §3.5.2.3 has noTarget when nothing is selected; a tolerant service makes one, as clients expect. */
    private List<Integer> selectedOrNew() {
        List<Integer> selected = selected();
        if (!selected.isEmpty()) {
            return selected;
        }
        if (filter.isPresent() && !conformance.takesAnyNumberOfElements()) {
            throw ScimException.noTarget("The path's filter selects no value of '%s'.".formatted(attribute.name()));
        }
        elements.add(filter.isPresent() ? fromFilter(filter.get()) : new ScimObject());
        return List.of(elements.size() - 1);
    }

    private Object fromFilter(Filter selecting) {
        ScimObject named = new ScimObject();
        collectEqualities(selecting, named);
        named.forEach((part, literal) -> named.put(part, typed(part, literal)));
        boolean empty = attribute.isComplex() && "".equals(named.get("value"));
        Optional<Object> element = attribute.isComplex()
                ? new ValueReader(conformance).element(attribute, named, attribute.name())
                : Optional.ofNullable(named.get("value"));
        return element.filter(present -> !empty)
                .orElseThrow(() -> ScimException.noTarget(
                        "The path's filter selects no value, and has no eq comparison to create one from."));
    }

    /** A literal as a value of the part: a filter may compare a boolean with a string, and a string with a number. */
    private @Nullable Object typed(String part, @Nullable Object literal) {
        AttributeType type = attribute.element(part).map(Attribute::type).orElse(AttributeType.STRING);
        if (type == AttributeType.BOOLEAN && literal instanceof String text) {
            return Boolean.valueOf(text);
        }
        boolean number = type == AttributeType.DECIMAL || type == AttributeType.INTEGER;
        return literal instanceof BigDecimal digits && !number ? digits.toPlainString() : literal;
    }

    /** Collects the values that the filter's {@code eq} terms, joined by {@code and}, give an element. */
    private static void collectEqualities(Filter filter, ScimObject element) {
        if (filter instanceof Filter.And and) {
            collectEqualities(and.left(), element);
            collectEqualities(and.right(), element);
        } else if (filter instanceof Filter.Comparison comparison && comparison.operator() == Operator.EQ) {
            element.put(comparison.path(), comparison.value());
        }
    }

    private static boolean isIdentity(String name) {
        return name.equals("value") || name.equals("type");
    }

    private static ScimObject asObject(@Nullable Object element) {
        return element instanceof ScimObject object ? object : ScimObject.of("value", Objects.requireNonNull(element));
    }
}
