package org.cortexscim.scim.patch;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a PATCH request (RFC 7644 §3.5.2).
 *
 * <pre>{"op":"replace","path":"name.givenName","value":"Anna"}</pre>
 *
 * @param path empty when the value's members name the attributes
 * @param value null when there is none, or when it is JSON null
 * @param hasValue whether there is a value, be it null
 */
public record PatchOperation(
        Kind kind, Optional<String> path, @Nullable Object value, boolean hasValue) {
    /** The most operations that a request may have. */
    public static final int MAX_OPERATIONS = 1000;

    private static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

    /** What an operation does. */
    public enum Kind {
        ADD,
        REPLACE,
        REMOVE
    }

    /**
     * The operations of a PATCH body, in order. An empty list is allowed: Entra's validator sends one.
     *
     * @throws ScimException invalidSyntax when the body is no PatchOp message
     */
    public static List<PatchOperation> parse(ScimObject body) {
        checkSchemas(body.get("schemas"));
        if (!(body.get("Operations") instanceof List<?> operations)) {
            throw ScimException.invalidSyntax("A PATCH body needs an 'Operations' array.");
        }
        if (operations.size() > MAX_OPERATIONS) {
            throw ScimException.invalidSyntax("A PATCH may have at most " + MAX_OPERATIONS + " operations.");
        }
        return operations.stream().map(PatchOperation::operation).toList();
    }

    /** A body that calls itself something else is refused; one that says nothing is taken by its operations. */
    private static void checkSchemas(@Nullable Object schemas) {
        List<?> named = schemas instanceof List<?> list ? list : Collections.singletonList(schemas);
        if (schemas != null && named.stream().noneMatch(PatchOperation::isSchema)) {
            throw ScimException.invalidSyntax("The 'schemas' of a PATCH body must name '%s'.".formatted(SCHEMA));
        }
    }

    private static boolean isSchema(@Nullable Object urn) {
        return urn instanceof String text && text.equalsIgnoreCase(SCHEMA);
    }

    private static PatchOperation operation(@Nullable Object element) {
        if (!(element instanceof ScimObject object)) {
            throw ScimException.invalidSyntax("Each element of 'Operations' must be a JSON object.");
        }
        Object path = object.get("path");
        if (path != null && !(path instanceof String)) {
            throw ScimException.invalidPath("The 'path' of an operation must be a text.");
        }
        Optional<String> named = Optional.ofNullable((String) path).filter(text -> !text.isBlank());
        return new PatchOperation(kind(object), named, object.get("value"), object.has("value"));
    }

    private static Kind kind(ScimObject object) {
        // Entra writes "Add", "Replace" and "Remove".
        return switch (object.text("op").orElse("").toLowerCase(Locale.ROOT)) {
            case "add" -> Kind.ADD;
            case "replace" -> Kind.REPLACE;
            case "remove" -> Kind.REMOVE;
            default -> throw ScimException.invalidSyntax("The 'op' of an operation must be add, replace or remove.");
        };
    }
}
