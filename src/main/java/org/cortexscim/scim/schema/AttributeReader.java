package org.cortexscim.scim.schema;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.cortexscim.scim.ScimObject;

/** Reads the definition of one attribute of an extension, or of one of its sub-attributes (RFC 7643 §7). */
final class AttributeReader {
    private static final int MAX_SUB_ATTRIBUTES = 50;
    private static final int MAX_WORDS = 200;
    /** RFC 7643 §2.1. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

    private static final Set<String> MEMBERS = Set.of(
            "name",
            "type",
            "multiValued",
            "description",
            "required",
            "canonicalValues",
            "caseExact",
            "mutability",
            "returned",
            "uniqueness",
            "referenceTypes",
            "subAttributes");
    private static final Set<String> TARGETS = Set.of("external", "uri", "User", "Group");

    private final Definition definition;
    private final boolean sub;
    private final AttributeType type;

    private AttributeReader(Definition definition, boolean sub) {
        this.definition = definition;
        this.sub = sub;
        this.type = definition.choice("type", AttributeType.STRING, AttributeType.values(), AttributeType::label);
    }

    static Attribute read(ScimObject document) {
        String place = "Attribute '%s'".formatted(SchemaReader.nameOf(document).orElse(""));
        return new AttributeReader(new Definition(place, document), false).attribute();
    }

    private static Attribute readSub(String parent, ScimObject document) {
        String place = "Attribute '%s.%s'"
                .formatted(parent, SchemaReader.nameOf(document).orElse(""));
        return new AttributeReader(new Definition(place, document), true).attribute();
    }

    private Attribute attribute() {
        definition.requireOnly(MEMBERS);
        refuseWhatIsNotKept();
        String name = name();
        Attribute attribute = Attribute.of(
                        name,
                        type,
                        definition
                                .text("description", SchemaReader.MAX_DESCRIPTION)
                                .orElse(""))
                .suggesting(canonicalValues())
                .referringTo(referenceTypes())
                .withSubAttributes(subAttributes(name))
                .with(mutability())
                .with(returned());
        attribute = definition.flag("multiValued", false) ? attribute.multi() : attribute;
        return caseExact() ? attribute.exactCase() : attribute;
    }

    private String name() {
        String name = definition.text("name", 100).orElseThrow(() -> definition.refusal("'name' is missing"));
        // The RFC's own schemas have this one name outside of its grammar.
        boolean reference = sub && name.equals("$ref") && type == AttributeType.REFERENCE;
        if (!reference && !NAME.matcher(name).matches()) {
            throw definition.refusal("'name' must begin with a letter and have only letters, digits, '-' and '_'");
        }
        return name;
    }

    private void refuseWhatIsNotKept() {
        if (definition.flag("required", false)) {
            throw definition.refusal("'required' must be false, because existing users have no value");
        }
        if (uniqueness() != Uniqueness.NONE) {
            throw definition.refusal("'uniqueness' must be none: the server does not enforce it for extensions");
        }
        if (sub && definition.flag("multiValued", false)) {
            throw definition.refusal("a sub-attribute takes one value; 'multiValued' must be false");
        }
        if (sub && type == AttributeType.COMPLEX) {
            throw definition.refusal("a sub-attribute cannot be complex (RFC 7643 §2.3.8)");
        }
    }

    private Uniqueness uniqueness() {
        return definition.choice("uniqueness", Uniqueness.NONE, Uniqueness.values(), Uniqueness::label);
    }

    private Mutability mutability() {
        Mutability mutability =
                definition.choice("mutability", Mutability.READ_WRITE, Mutability.values(), Mutability::label);
        if (mutability == Mutability.READ_ONLY) {
            throw definition.refusal("'mutability' cannot be readOnly: only SCIM clients can set the value");
        }
        if (mutability == Mutability.WRITE_ONLY) {
            throw definition.refusal("'mutability' cannot be writeOnly: the server does not use the value");
        }
        if (sub && mutability == Mutability.IMMUTABLE) {
            throw definition.refusal(
                    "'mutability' of a sub-attribute must be readWrite; set it on the whole attribute");
        }
        return mutability;
    }

    private Returned returned() {
        Returned returned = definition.choice("returned", Returned.DEFAULT, Returned.values(), Returned::label);
        if (returned == Returned.NEVER) {
            throw definition.refusal("'returned' cannot be never: the server does not use the value");
        }
        if (sub && returned != Returned.DEFAULT) {
            throw definition.refusal("'returned' of a sub-attribute must be default; set it on the whole attribute");
        }
        return returned;
    }

    /** References and bytes have their own default (RFC 7643 §2.3.6, §2.3.7). */
    private boolean caseExact() {
        boolean exact = definition.flag("caseExact", type == AttributeType.REFERENCE || type == AttributeType.BINARY);
        if (!exact && type == AttributeType.BINARY) {
            throw definition.refusal("'caseExact' must be true for the type binary, because Base64 is case-sensitive");
        }
        return exact
                && (type == AttributeType.STRING || type == AttributeType.REFERENCE || type == AttributeType.BINARY);
    }

    private String[] canonicalValues() {
        List<String> values = definition.texts("canonicalValues", MAX_WORDS, type.maxLength());
        if (!values.isEmpty() && type != AttributeType.STRING && type != AttributeType.REFERENCE) {
            throw definition.refusal("'canonicalValues' are allowed only for the types string and reference");
        }
        return values.toArray(String[]::new);
    }

    private List<String> referenceTypes() {
        List<String> targets = definition.texts("referenceTypes", TARGETS.size(), 100);
        if (type != AttributeType.REFERENCE) {
            if (!targets.isEmpty()) {
                throw definition.refusal("'referenceTypes' are allowed only for the type reference");
            }
            return List.of();
        }
        targets.stream().filter(Predicate.not(TARGETS::contains)).findFirst().ifPresent(target -> {
            throw definition.refusal(
                    "'referenceTypes' can be external, uri, User and Group, not '%s'".formatted(target));
        });
        return targets.isEmpty() ? List.of("external") : targets;
    }

    private List<Attribute> subAttributes(String name) {
        List<ScimObject> documents = definition.objects("subAttributes", MAX_SUB_ATTRIBUTES);
        if (type == AttributeType.COMPLEX && documents.isEmpty()) {
            throw definition.refusal("a complex attribute needs 'subAttributes'");
        }
        if (type != AttributeType.COMPLEX && !documents.isEmpty()) {
            throw definition.refusal("'subAttributes' are allowed only for the type complex");
        }
        List<Attribute> parts =
                documents.stream().map(document -> readSub(name, document)).toList();
        SchemaReader.requireDistinct(definition.place(), parts);
        return parts;
    }
}
