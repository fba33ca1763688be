package org.cortexscim.web.scim.bulk;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.cortexscim.scim.Conformance;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.StrictBody;

/**
 * A bulk request (RFC 7644 §3.7).
 *
 * @param failOnErrors after how many errors to stop
 */
public record BulkRequest(List<BulkOperation> operations, int failOnErrors) {
    static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";
    static final String MESSAGE = "a BulkRequest message";
    private static final Set<String> MEMBERS = Set.of("schemas", "failonerrors", "operations");

    /** The maximum number of operations in one request. */
    public static final int MAX_OPERATIONS = 1000;

    /**
     * Reads a request.
     *
     * @throws ScimException invalidSyntax when it is not a bulk request, 413 when it has too many operations; for a strict service
     *     also invalidSyntax when the body does not say that it is a bulk request, or has members that no bulk request has
     */
    static BulkRequest parse(ScimObject body, Conformance conformance) {
        if (!conformance.passesOverUnknownNames()) {
            StrictBody.requireSchema(body.get("schemas"), SCHEMA);
            StrictBody.requireMembers(MEMBERS, body, MESSAGE);
        }
        if (!(body.get("Operations") instanceof List<?> elements)) {
            throw ScimException.invalidSyntax("A bulk request needs an 'Operations' array.");
        }
        if (elements.size() > MAX_OPERATIONS) {
            throw ScimException.status(
                    413,
                    "The bulk request has more than %d operations; split it into several requests."
                            .formatted(MAX_OPERATIONS));
        }
        List<BulkOperation> operations = IntStream.range(0, elements.size())
                .mapToObj(i -> BulkOperation.parse(i, elements.get(i), conformance))
                .toList();
        requireDistinct(operations);
        return new BulkRequest(operations, failOnErrors(body));
    }

    private static void requireDistinct(List<BulkOperation> operations) {
        Set<String> seen = new HashSet<>();
        operations.stream().flatMap(operation -> operation.makes().stream()).forEach(bulkId -> {
            if (!seen.add(bulkId)) {
                throw ScimException.invalidSyntax("Two operations have the same bulkId; give each its own.");
            }
        });
    }

    private static int failOnErrors(ScimObject body) {
        Object value = body.get("failOnErrors");
        if (value == null) {
            return Integer.MAX_VALUE;
        }
        boolean whole = value instanceof BigDecimal number
                && number.signum() >= 0
                && number.stripTrailingZeros().scale() <= 0;
        if (!whole) {
            throw ScimException.invalidValue("'failOnErrors' must be a whole number of at least 0.");
        }
        // Clients send 0 for no limit.
        int most =
                ((BigDecimal) value).min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue();
        return most == 0 ? Integer.MAX_VALUE : most;
    }
}
