package org.cortexscim.web.scim.bulk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cortexscim.scim.Conformance;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.patch.PatchOperation;
import org.cortexscim.scim.schema.StrictBody;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a bulk request (RFC 7644 §3.7).
 *
 * <pre>{"method":"POST","path":"/Users","bulkId":"qwerty","data":{...}}</pre>
 *
 * @param number its place in the request, from 0: two operations may be alike in all else
 * @param bulkId the name by which other operations refer to the resource that this one creates
 * @param version the only version of the resource that may be changed, empty for any
 */
record BulkOperation(
        int number,
        Method method,
        String path,
        Optional<String> bulkId,
        Optional<ScimObject> data,
        Optional<String> version) {

    private static final Set<String> MEMBERS = Set.of("method", "path", "bulkid", "version", "data");

    /** The method of an operation, and the status of its success. */
    enum Method {
        POST(201),
        PUT(200),
        PATCH(200),
        DELETE(204);

        private final int status;

        Method(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /**
     * Reads an operation.
     *
     * @throws ScimException invalidSyntax when a part that every operation needs is missing or of the wrong type; for a strict
     *     service also when it has another part
     */
    static BulkOperation parse(int number, @Nullable Object element, Conformance conformance) {
        if (!(element instanceof ScimObject operation)) {
            throw ScimException.invalidSyntax("Each element of 'Operations' must be a JSON object.");
        }
        if (!conformance.passesOverUnknownNames()) {
            StrictBody.requireMembers(MEMBERS, operation, BulkRequest.MESSAGE);
        }
        Method method = method(operation.text("method").orElse(""));
        Optional<String> bulkId = operation.text("bulkId");
        if (method == Method.POST && bulkId.isEmpty()) {
            throw ScimException.invalidSyntax("A POST in a bulk request needs a 'bulkId' that identifies its result.");
        }
        String path = operation
                .text("path")
                .orElseThrow(() ->
                        ScimException.invalidSyntax("Each operation needs a 'path' such as /Users or /Users/<id>."));
        return new BulkOperation(number, method, path, bulkId, data(method, operation), operation.text("version"));
    }

    /** The bulkId of the resource that the operation creates; empty when it creates none. */
    Optional<String> makes() {
        return method == Method.POST ? bulkId : Optional.empty();
    }

    /**
     * The resource to create or change.
     *
     * @throws ScimException invalidSyntax when it is missing
     */
    ScimObject requireData() {
        return data.orElseThrow(() -> ScimException.invalidSyntax("The operation needs 'data', a JSON object."));
    }

    /** The example of RFC 7644 §3.7.3 has the operations of a PATCH without the message around them (erratum 5050). */
    private static Optional<ScimObject> data(Method method, ScimObject operation) {
        return method == Method.PATCH && operation.get("data") instanceof List<?> operations
                ? Optional.of(
                        ScimObject.of("schemas", List.of(PatchOperation.SCHEMA)).with("Operations", operations))
                : operation.object("data");
    }

    private static Method method(String name) {
        for (Method method : Method.values()) {
            if (method.name().equalsIgnoreCase(name)) {
                return method;
            }
        }
        throw ScimException.invalidSyntax("The 'method' of an operation must be POST, PUT, PATCH or DELETE.");
    }
}
