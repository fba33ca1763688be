package org.cortexscim.scim.patch;

import java.util.List;
import java.util.Optional;
import org.cortexscim.scim.Conformance;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.AttributeRef;
import org.cortexscim.scim.schema.ResourceType;
import org.cortexscim.scim.schema.Schema;
import org.cortexscim.scim.schema.StrictBody;
import org.jspecify.annotations.Nullable;

/**
 * Applies the operations of a PATCH to a copy of a document: all of them, or none and an error. What is immutable is no
 * matter here: whether a workspace keeps a changed value or refuses it is the policy's choice.
 */
public final class PatchEngine {
    private final ResourceType type;
    private final Conformance conformance;

    public PatchEngine(ResourceType type, Conformance conformance) {
        this.type = type;
        this.conformance = conformance;
    }

    /**
     * The document after the operations, to be made canonical by the caller.
     *
     * @param document canonical
     * @throws ScimException invalidPath, noTarget, mutability, invalidValue, invalidFilter or invalidSyntax, for the
     *     first operation that cannot be done
     */
    public ScimObject apply(ScimObject document, List<PatchOperation> operations) {
        ScimObject result = document.copy();
        operations.forEach(operation -> apply(result, operation));
        return result;
    }

    private void apply(ScimObject document, PatchOperation operation) {
        operation.requireValue();
        if (operation.path().isPresent()) {
            applyAt(document, operation.path().get(), operation);
        } else if (operation.kind() == PatchOperation.Kind.REMOVE) {
            throw ScimException.noTarget("A remove operation needs a 'path'.");
        } else if (operation.value() instanceof ScimObject members) {
            members.forEach((name, value) -> applyMember(document, name, value, operation.kind()));
        } else {
            throw ScimException.invalidValue("Without a 'path', the 'value' must be a JSON object of attributes.");
        }
    }

    private void applyAt(ScimObject document, String path, PatchOperation operation) {
        Optional<Schema> extension = type.extension(path);
        if (extension.isPresent()) {
            applyExtension(document, extension.get(), operation.value(), operation.kind());
            return;
        }
        PatchPath target = PatchPath.find(type, path, conformance).orElseThrow(() -> unknown(path));
        if (isReadOnly(target.ref())) {
            throw ScimException.mutability("'%s' is read-only.".formatted(path));
        }
        if (target.isElement() && !conformance.takesElementPaths()) {
            throw ScimException.invalidPath(
                    "'%s' selects whole elements; add the name of a sub-attribute to the path.".formatted(path));
        }
        if (target.ref().key().equals("schemas") && !conformance.passesOverUnknownNames()) {
            StrictBody.requireKnownSchemas(type, operation.value());
        }
        set(document, target, operation.kind(), operation.value());
    }

    /**
     * A member of a value without a path; its name may be a whole path. What is read-only or unknown is passed over, as
     * in a PUT: clients repeat the resource's id here.
     */
    private void applyMember(ScimObject document, String name, @Nullable Object value, PatchOperation.Kind kind) {
        if (name.equalsIgnoreCase(type.schema().id()) && value instanceof ScimObject members) {
            members.forEach((inner, part) -> applyMember(document, inner, part, kind));
            return;
        }
        Optional<Schema> extension = type.extension(name);
        if (extension.isPresent()) {
            applyExtension(document, extension.get(), value, kind);
            return;
        }
        Optional<PatchPath> target = PatchPath.find(type, name, conformance);
        if (target.isEmpty() && !conformance.passesOverUnknownNames()) {
            throw StrictBody.unknown(name);
        }
        target.filter(found -> !isReadOnly(found.ref())).ifPresent(found -> set(document, found, kind, value));
    }

    private void set(ScimObject document, PatchPath path, PatchOperation.Kind kind, @Nullable Object value) {
        new PatchTarget(document, path, conformance).apply(kind, value);
    }

    private void applyExtension(
            ScimObject document, Schema extension, @Nullable Object value, PatchOperation.Kind kind) {
        if (kind == PatchOperation.Kind.REMOVE || (kind == PatchOperation.Kind.REPLACE && value == null)) {
            // It goes as a whole, required attributes and all: the resource does without it then.
            document.remove(extension.id());
        } else if (value instanceof ScimObject members) {
            members.forEach((name, inner) -> applyMember(document, extension.id() + ":" + name, inner, kind));
        } else if (value != null) {
            throw ScimException.invalidValue("The value of '%s' must be a JSON object.".formatted(extension.id()));
        }
    }

    private ScimException unknown(String path) {
        if (conformance.passesOverUnknownNames()) {
            return ScimException.invalidPath(
                    "'%s' is not an attribute of %s; see /Schemas.".formatted(path, type.name()));
        }
        // The profile uses invalidSyntax for undefined attributes, wherever they are named.
        return type.find(path)
                .map(ref -> ScimException.invalidPath(
                        "'%s' belongs to an extension; write '%s'.".formatted(path, ref.path())))
                .orElseGet(() -> StrictBody.unknown(path));
    }

    private static boolean isReadOnly(AttributeRef ref) {
        return ref.attribute().isReadOnly() || ref.leaf().isReadOnly();
    }
}
