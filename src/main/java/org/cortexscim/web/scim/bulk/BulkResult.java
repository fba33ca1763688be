package org.cortexscim.web.scim.bulk;

import java.util.Optional;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;

/**
 * The result of an operation of a bulk request (RFC 7644 §3.7.3).
 *
 * @param location the resource; empty when none was created
 * @param version the resource's version after the change
 * @param refusal why the operation failed; empty when it succeeded
 */
record BulkResult(
        BulkOperation operation, Optional<String> location, Optional<String> version, Optional<ScimException> refusal) {

    static BulkResult done(BulkOperation operation, String location, Optional<String> version) {
        return new BulkResult(operation, Optional.of(location), version, Optional.empty());
    }

    static BulkResult failed(BulkOperation operation, ScimException refusal) {
        return new BulkResult(operation, Optional.empty(), Optional.empty(), Optional.of(refusal));
    }

    boolean isFailure() {
        return refusal.isPresent();
    }

    /** The result on the wire; the status is a string there. */
    ScimObject document() {
        int status =
                refusal.map(ScimException::status).orElse(operation.method().status());
        ScimObject document = ScimObject.of("method", operation.method().name());
        operation.bulkId().ifPresent(bulkId -> document.put("bulkId", bulkId));
        location.ifPresent(url -> document.put("location", url));
        version.ifPresent(tag -> document.put("version", tag));
        document.put("status", Integer.toString(status));
        refusal.ifPresent(error -> document.put("response", error.document()));
        return document;
    }
}
