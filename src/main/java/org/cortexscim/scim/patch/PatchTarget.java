package org.cortexscim.scim.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cortexscim.scim.Conformance;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.Attribute;
import org.cortexscim.scim.schema.AttributeRef;
import org.cortexscim.scim.schema.ValueReader;
import org.jspecify.annotations.Nullable;

/**
 * One place in a canonical document, and what add, replace and remove do there (RFC 7644 §3.5.2.1 to §3.5.2.3). Values
 * are put into canonical form before they are compared with the existing ones.
 */
final class PatchTarget {
    private final ScimObject document;
    private final PatchPath path;
    private final AttributeRef ref;
    private final Attribute attribute;
    private final Conformance conformance;
    private final ValueReader values;

    PatchTarget(ScimObject document, PatchPath path, Conformance conformance) {
        this.document = document;
        this.path = path;
        this.ref = path.ref();
        this.attribute = ref.attribute();
        this.conformance = conformance;
        this.values = new ValueReader(conformance);
    }

    /** Applies an operation with that value; null removes. */
    void apply(PatchOperation.Kind kind, @Nullable Object given) {
        boolean had = isPresent();
        if (kind == PatchOperation.Kind.REMOVE) {
            remove(given);
        } else if (attribute.multiValued()) {
            assignElements(kind, given);
        } else {
            assign(kind, given);
        }
        boolean nothing = given == null || given.equals("");
        boolean emptied =
                nothing && (kind != PatchOperation.Kind.REMOVE || path.filter().isEmpty());
        if (ref.leaf().required() && (emptied || (had && !isPresent()))) {
            throw ScimException.mutability("'%s' is required and cannot be removed.".formatted(ref.path()));
        }
    }

    private void remove(@Nullable Object given) {
        if (attribute.multiValued()) {
            removeElements(given);
        } else if (ref.sub().isPresent()) {
            home().object(attribute.name()).ifPresent(parts -> put(parts, Optional.empty()));
        } else {
            home().remove(attribute.name());
        }
    }

    /** Sets a single-valued attribute, or one part of it. */
    private void assign(PatchOperation.Kind kind, @Nullable Object given) {
        boolean complex = attribute.isComplex() && ref.sub().isEmpty();
        if (complex && given instanceof ScimObject parts && mergesInto(kind)) {
            merge(kind, parts);
            return;
        }
        Optional<Object> value = values.read(ref.leaf(), given, ref.path());
        if (value.isEmpty() && kind == PatchOperation.Kind.ADD) {
            return;
        }
        if (ref.sub().isEmpty()) {
            set(home(), attribute.name(), value);
        } else {
            ScimObject parts = home().object(attribute.name()).orElseGet(ScimObject::new);
            put(parts, value);
            home().put(attribute.name(), parts);
        }
    }

    /** Tells whether the new parts are merged, as for a name; a reference such as the manager is replaced as a whole. */
    private boolean mergesInto(PatchOperation.Kind kind) {
        boolean keeps =
                conformance.keepsUnnamedParts() && attribute.sub("value").isEmpty();
        return kind == PatchOperation.Kind.ADD || keeps;
    }

    private void merge(PatchOperation.Kind kind, ScimObject given) {
        values.requireKnownParts(attribute, given, ref.path());
        ScimObject parts = home().object(attribute.name()).orElseGet(ScimObject::new);
        for (Attribute sub : attribute.subAttributes()) {
            if (given.has(sub.name()) && !sub.isReadOnly()) {
                Optional<Object> value = values.read(sub, given.get(sub.name()), ref.path() + "." + sub.name());
                if (value.isPresent() || kind == PatchOperation.Kind.REPLACE) {
                    set(parts, sub.name(), value);
                }
            }
        }
        home().put(attribute.name(), parts);
    }

    /** Adds to a multi-valued attribute or replaces its values, all or those that the path selects. */
    private void assignElements(PatchOperation.Kind kind, @Nullable Object given) {
        PatchElements elements = elements();
        if (ref.sub().isPresent()) {
            Optional<Object> value = values.read(ref.leaf(), given, ref.path());
            if (value.isPresent()) {
                elements.setPart(ref.sub().get().name(), value.get());
            } else if (kind == PatchOperation.Kind.REPLACE) {
                elements.removePart(ref.sub().get().name());
            }
        } else if (path.isElement()) {
            Optional<Object> value = values.element(attribute, given, ref.path());
            if (value.isPresent()) {
                elements.setElement(value.get(), unassigned(kind, given, value.get()));
            } else if (kind == PatchOperation.Kind.REPLACE) {
                elements.removeSelected();
            }
        } else {
            elements.setAll(
                    kind,
                    values.read(attribute, given, ref.path())
                            .map(PatchTarget::list)
                            .orElse(List.of()));
        }
        home().put(attribute.name(), elements.all());
    }

    /** The parts that a replacement names without a value. */
    private Set<String> unassigned(PatchOperation.Kind kind, @Nullable Object given, Object read) {
        if (kind != PatchOperation.Kind.REPLACE
                || !(given instanceof ScimObject sent)
                || !(read instanceof ScimObject parts)) {
            return Set.of();
        }
        return attribute.subAttributes().stream()
                .map(Attribute::name)
                .filter(name -> sent.has(name) && !parts.has(name))
                .collect(Collectors.toSet());
    }

    private void removeElements(@Nullable Object given) {
        PatchElements elements = elements();
        if (ref.sub().isPresent()) {
            elements.removePart(ref.sub().get().name());
        } else if (path.isElement()) {
            elements.removeSelected();
        } else if (given == null || given.equals("")) {
            elements.removeAll();
        } else {
            // The value names the elements to remove.
            elements.remove(values.read(attribute, given, ref.path())
                    .map(PatchTarget::list)
                    .orElse(List.of()));
        }
        home().put(attribute.name(), elements.all());
    }

    private PatchElements elements() {
        List<Object> present = new ArrayList<>();
        home().list(attribute.name()).stream().filter(Objects::nonNull).forEach(present::add);
        return new PatchElements(attribute, path.filter(), present, conformance);
    }

    private boolean isPresent() {
        Object value = home().get(attribute.name());
        List<?> elements = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        return ref.sub().isEmpty()
                ? !elements.isEmpty()
                : !elements.isEmpty()
                        && elements.stream()
                                .allMatch(element -> element instanceof ScimObject parts
                                        && parts.get(ref.sub().get().name()) != null);
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

    private void put(ScimObject parts, Optional<Object> value) {
        set(parts, ref.leaf().name(), value);
    }

    private static void set(ScimObject object, String name, Optional<Object> value) {
        value.ifPresentOrElse(present -> object.put(name, present), () -> object.remove(name));
    }

    private static List<?> list(Object value) {
        return (List<?>) value;
    }
}
