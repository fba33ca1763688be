package org.cortexscim.scim.patch;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cortexscim.scim.Conformance;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.StrictBody;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a PATCH request (RFC 7644 §3.5.2).
 *
 * <pre>{"op":"replace","path":"name.givenName","value":"Anna"}</pre>
 *
 * @param path empty when the value's members name the attributes
 * @param value null when it is absent, or JSON null
 * @param hasValue whether there is a value, be it null
 */
public record PatchOperation(
        Kind kind, Optional<String> path, @Nullable Object value, boolean hasValue) {
    public static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

    /** The most operations that a request may have. */
    public static final int MAX_OPERATIONS = 1000;

    private static final Set<String> BODY = Set.of("schemas", "operations");
    private static final String MESSAGE = "a PatchOp message";
    private static final Set<String> MEMBERS = Set.of("op", "path", "value");

    /** The kind of an operation. */
    public enum Kind {
        ADD,
        REPLACE,
        REMOVE
    }

    /**
     * Refuses an operation that lacks its value: a null would mean to empty the attribute.
     *
     * @throws ScimException invalidValue
     */
    void requireValue() {
        if (kind != Kind.REMOVE && !hasValue) {
            throw ScimException.invalidValue("An add or replace operation needs a 'value'.");
        }
    }

    /**
     * The operations of a PATCH body, in order. A tolerant service accepts an empty array.
     *
     * @throws ScimException invalidSyntax when the body is not a PatchOp message; for a strict service also when it does
     *     not say so, has members that no PatchOp has, or an operation without a path
     */
    public static List<PatchOperation> parse(ScimObject body, Conformance conformance) {
        if (!conformance.passesOverUnknownNames()) {
            StrictBody.requireSchema(body.get("schemas"), SCHEMA);
            StrictBody.requireMembers(BODY, body, MESSAGE);
        }
        checkSchemas(body.get("schemas"));
        if (!(body.get("Operations") instanceof List<?> operations)) {
            throw ScimException.invalidSyntax("A PATCH body needs an 'Operations' array.");
        }
        if (operations.isEmpty() && !conformance.takesPathlessOperations()) {
            throw ScimException.invalidSyntax("A PATCH needs at least one operation.");
        }
        if (operations.size() > MAX_OPERATIONS) {
            throw ScimException.invalidSyntax("A PATCH may have at most " + MAX_OPERATIONS + " operations.");
        }
        return operations.stream()
                .map(operation -> operation(operation, conformance))
                .toList();
    }

    /** Refuses a body with the schemas of another message; a body without schemas is judged by its operations. */
    private static void checkSchemas(@Nullable Object schemas) {
        List<?> named = schemas instanceof List<?> list ? list : Collections.singletonList(schemas);
        if (schemas != null && !named.isEmpty() && named.stream().noneMatch(PatchOperation::isSchema)) {
            throw ScimException.invalidSyntax("The 'schemas' of a PATCH body must name '%s'.".formatted(SCHEMA));
        }
    }

    private static boolean isSchema(@Nullable Object urn) {
        return urn instanceof String text && text.equalsIgnoreCase(SCHEMA);
    }

    private static PatchOperation operation(@Nullable Object element, Conformance conformance) {
        if (!(element instanceof ScimObject object)) {
            throw ScimException.invalidSyntax("Each element of 'Operations' must be a JSON object.");
        }
        if (!conformance.passesOverUnknownNames()) {
            StrictBody.requireMembers(MEMBERS, object, MESSAGE);
        }
        Object path = object.get("path");
        if (path != null && !(path instanceof String)) {
            throw ScimException.invalidPath("The 'path' of an operation must be a string.");
        }
        Optional<String> named = Optional.ofNullable((String) path).filter(text -> !text.isBlank());
        Kind kind = kind(object);
        if (named.isEmpty() && !conformance.takesPathlessOperations()) {
            throw ScimException.invalidSyntax(
                    "With the setting 'strict', each operation needs a 'path' that names one attribute.");
        }
        if (kind == Kind.REMOVE && object.get("value") != null && !conformance.removesByValue()) {
            throw ScimException.invalidSyntax(
                    "With the setting 'strict', a remove operation must not have a 'value'; use a path such as"
                            + " members[value eq \"<id>\"].");
        }
        return new PatchOperation(kind, named, object.get("value"), object.has("value"));
    }

    private static Kind kind(ScimObject object) {
        // Clients also write "Add", "Replace" and "Remove"; no service needs to mind.
        return switch (object.text("op").orElse("").toLowerCase(Locale.ROOT)) {
            case "add" -> Kind.ADD;
            case "replace" -> Kind.REPLACE;
            case "remove" -> Kind.REMOVE;
            default -> throw ScimException.invalidSyntax("The 'op' of an operation must be add, replace or remove.");
        };
    }
}
