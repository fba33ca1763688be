package org.cortexscim.scim.schema;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The definition of an attribute with the characteristics of RFC 7643 §7. Start from a factory, which gives the
 * defaults of RFC 7643 §2.2, and narrow it down: {@code Attribute.string("userName", "...").mandatory().unique()}.
 *
 * @param maxLength the maximum length of a value, in characters; 0 for complex attributes
 */
public record Attribute(
        String name,
        AttributeType type,
        boolean multiValued,
        String description,
        boolean required,
        List<String> canonicalValues,
        boolean caseExact,
        Mutability mutability,
        Returned returned,
        Uniqueness uniqueness,
        List<String> referenceTypes,
        List<Attribute> subAttributes,
        int maxLength) {

    public Attribute {
        canonicalValues = List.copyOf(canonicalValues);
        referenceTypes = List.copyOf(referenceTypes);
        subAttributes = List.copyOf(subAttributes);
    }

    public static Attribute string(String name, String description) {
        return of(name, AttributeType.STRING, description);
    }

    public static Attribute bool(String name, String description) {
        return of(name, AttributeType.BOOLEAN, description);
    }

    public static Attribute integer(String name, String description) {
        return of(name, AttributeType.INTEGER, description);
    }

    public static Attribute dateTime(String name, String description) {
        return of(name, AttributeType.DATE_TIME, description);
    }

    /** Base64-encoded bytes; case matters (RFC 7643 §2.3.6). */
    public static Attribute binary(String name, String description) {
        return of(name, AttributeType.BINARY, description).exactCase();
    }

    /** A URI; case matters (RFC 7643 §2.3.7). */
    public static Attribute reference(String name, String description, String... referenceTypes) {
        return of(name, AttributeType.REFERENCE, description).exactCase().referringTo(List.of(referenceTypes));
    }

    public static Attribute complex(String name, String description, Attribute... subAttributes) {
        return of(name, AttributeType.COMPLEX, description).withSubAttributes(List.of(subAttributes));
    }

    static Attribute of(String name, AttributeType type, String description) {
        return new Attribute(
                name,
                type,
                false,
                description,
                false,
                List.of(),
                false,
                Mutability.READ_WRITE,
                Returned.DEFAULT,
                Uniqueness.NONE,
                List.of(),
                List.of(),
                type.maxLength());
    }

    /** Many values in one attribute, in a JSON array. */
    public Attribute multi() {
        return changed(draft -> draft.multiValued = true);
    }

    /** A resource without it is refused. */
    public Attribute mandatory() {
        return changed(draft -> draft.required = true);
    }

    /** Values that differ only in case are different. */
    public Attribute exactCase() {
        return changed(draft -> draft.caseExact = true);
    }

    /** No two resources of this service share a value. */
    public Attribute unique() {
        return changed(draft -> draft.uniqueness = Uniqueness.SERVER);
    }

    /** Values that clients are known to use; others are accepted too. */
    public Attribute suggesting(String... values) {
        return changed(draft -> draft.canonicalValues = List.of(values));
    }

    /** Bounds the length of a value. */
    public Attribute upTo(int characters) {
        return changed(draft -> draft.maxLength = characters);
    }

    public Attribute with(Mutability other) {
        return changed(draft -> draft.mutability = other);
    }

    public Attribute with(Returned other) {
        return changed(draft -> draft.returned = other);
    }

    public Attribute withSubAttributes(List<Attribute> others) {
        return changed(draft -> draft.subAttributes = others);
    }

    /** The allowed targets of a reference: names of resource types, {@code external} or {@code uri}. */
    Attribute referringTo(List<String> types) {
        return changed(draft -> draft.referenceTypes = types);
    }

    /** This attribute with each sub-attribute changed. */
    public Attribute mapSubAttributes(UnaryOperator<Attribute> change) {
        return withSubAttributes(subAttributes.stream().map(change).toList());
    }

    /** The sub-attribute of that name in any case. */
    public Optional<Attribute> sub(String subName) {
        return subAttributes.stream()
                .filter(sub -> sub.name.equalsIgnoreCase(subName))
                .findFirst();
    }

    /** The attribute that a filter over the elements means by this name: a sub-attribute, or {@code value} for a simple value. */
    public Optional<Attribute> element(String partName) {
        return isComplex() || !partName.equalsIgnoreCase("value") ? sub(partName) : Optional.of(this);
    }

    public boolean isComplex() {
        return type == AttributeType.COMPLEX;
    }

    /** Never written by a client (RFC 7643 §7). */
    public boolean isReadOnly() {
        return mutability == Mutability.READ_ONLY;
    }

    private Attribute changed(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.attribute();
    }

    /** A copy of an attribute for changing one characteristic. */
    private static final class Draft {
        private final Attribute original;
        private boolean multiValued;
        private boolean required;
        private List<String> canonicalValues;
        private boolean caseExact;
        private Mutability mutability;
        private Returned returned;
        private Uniqueness uniqueness;
        private List<String> referenceTypes;
        private List<Attribute> subAttributes;
        private int maxLength;

        Draft(Attribute original) {
            this.original = original;
            multiValued = original.multiValued;
            required = original.required;
            canonicalValues = original.canonicalValues;
            caseExact = original.caseExact;
            mutability = original.mutability;
            returned = original.returned;
            uniqueness = original.uniqueness;
            referenceTypes = original.referenceTypes;
            subAttributes = original.subAttributes;
            maxLength = original.maxLength;
        }

        Attribute attribute() {
            return new Attribute(
                    original.name,
                    original.type,
                    multiValued,
                    original.description,
                    required,
                    canonicalValues,
                    caseExact,
                    mutability,
                    returned,
                    uniqueness,
                    referenceTypes,
                    subAttributes,
                    maxLength);
        }
    }
}
