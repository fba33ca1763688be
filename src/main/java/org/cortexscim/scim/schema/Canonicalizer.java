package org.cortexscim.scim.schema;

import java.util.List;
import org.cortexscim.scim.Conformance;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a client sent into the canonical document of a resource: attributes under their defined names, in the
 * schema's order, with values of their defined types; nothing unassigned, read-only, write-only or unknown.
 */
public final class Canonicalizer {
    private final ResourceType type;
    private final Conformance conformance;
    private final ValueReader values;

    public Canonicalizer(ResourceType type, Conformance conformance) {
        this.type = type;
        this.conformance = conformance;
        this.values = new ValueReader(conformance);
    }

    /**
     * The canonical document of a POST or PUT body.
     *
     * @throws ScimException invalidSyntax for names that a strict service does not define, otherwise as {@link #canonical}
     */
    public ScimObject received(ScimObject body) {
        if (!conformance.passesOverUnknownNames()) {
            StrictBody.check(type, body);
        }
        checkSchemas(body.get("schemas"));
        return canonical(body);
    }

    /**
     * The canonical document. Its {@code id}, {@code schemas}, {@code meta} and other read-only attributes are gone.
     *
     * @throws ScimException invalidValue naming the attribute, when a value has the wrong type, is too long or too many
     */
    public ScimObject canonical(ScimObject sent) {
        ScimObject document = new ScimObject();
        keep(document, CommonAttributes.EXTERNAL_ID, sent.get(CommonAttributes.EXTERNAL_ID.name()), "");
        type.schema().attributes().forEach(attribute -> keep(document, attribute, sent.get(attribute.name()), ""));
        for (Schema extension : type.extensions()) {
            ScimObject part = part(extension, sent);
            ScimObject canonical = new ScimObject();
            for (Attribute attribute : extension.attributes()) {
                keep(canonical, attribute, part.get(attribute.name()), extension.id() + ":");
            }
            if (!canonical.isEmpty()) {
                document.put(extension.id(), canonical);
            }
        }
        return document;
    }

    /**
     * Checks that every mandatory attribute has a value.
     *
     * @throws ScimException invalidValue naming the first that is missing
     */
    public void requireMandatory(ScimObject document) {
        for (Attribute attribute : type.schema().attributes()) {
            if (attribute.required() && document.get(attribute.name()) == null) {
                throw ScimException.invalidValue("'%s' is required.".formatted(attribute.name()));
            }
        }
    }

    private static ScimObject part(Schema extension, ScimObject sent) {
        Object value = sent.get(extension.id());
        if (value != null && !(value instanceof ScimObject)) {
            throw ScimException.invalidValue("'%s' must be a JSON object.".formatted(extension.id()));
        }
        return value instanceof ScimObject part ? part : new ScimObject();
    }

    private static void checkSchemas(@Nullable Object schemas) {
        boolean texts = schemas instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
        if (schemas != null && !texts && !(schemas instanceof String)) {
            throw ScimException.invalidValue("'schemas' must be an array of schema URNs.");
        }
    }

    private void keep(ScimObject document, Attribute attribute, @Nullable Object sent, String prefix) {
        // A password is never kept: users sign in at the identity provider.
        if (!attribute.isReadOnly() && attribute.mutability() != Mutability.WRITE_ONLY) {
            values.read(attribute, sent, prefix + attribute.name())
                    .ifPresent(value -> document.put(attribute.name(), value));
        }
    }
}
