package org.cortexscim.web.scim.bulk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.cortexscim.access.requests.RefusedOperation;
import org.cortexscim.directory.JointChange;
import org.cortexscim.directory.Resource;
import org.cortexscim.scim.Precondition;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.storage.Ids;
import org.cortexscim.web.http.Refusal;
import org.cortexscim.web.scim.ScimRequest;

/**
 * Carries out a bulk request. Each operation is a separate change, applied or refused on its own, in the order of the
 * request, except that a resource is created before others refer to it. Operations that refer to each other in a cycle are one change:
 * the ids of what they make are chosen beforehand, and all of them are done, or none.
 */
@RequestScoped
class BulkJob {
    @Inject
    private BulkUsers users;

    @Inject
    private BulkGroups groups;

    @Inject
    private JointChange joint;

    @Inject
    private ScimRequest request;

    @Inject
    private Event<RefusedOperation> refusals;

    private final BulkReferences references = new BulkReferences();
    /** By the operation's number. */
    private final Map<Integer, BulkResult> results = new TreeMap<>();

    private int errors;

    /** The results of the operations that were tried, in the order of the request. */
    List<BulkResult> run(BulkRequest bulk) {
        for (BulkOrder.Step step : BulkOrder.of(bulk.operations())) {
            if (errors >= bulk.failOnErrors()) {
                break;
            }
            if (step.cyclic()) {
                together(step.operations());
            } else {
                alone(step.operations().get(0));
            }
        }
        return List.copyOf(results.values());
    }

    private void alone(BulkOperation operation) {
        try {
            finish(apply(operation, newId()));
        } catch (RuntimeException failure) {
            finish(BulkResult.failed(
                    operation, Refusal.of(failure, request.id()).error()));
        }
    }

    private void together(List<BulkOperation> operations) {
        Map<Integer, String> ids = new HashMap<>();
        operations.forEach(operation -> operation.makes().ifPresent(bulkId -> {
            ids.put(operation.number(), newId());
            references.know(bulkId, ids.get(operation.number()));
        }));
        try {
            List<Supplier<BulkResult>> changes = operations.stream()
                    .<Supplier<BulkResult>>map(
                            operation -> () -> applyAs(operation, ids.getOrDefault(operation.number(), "")))
                    .toList();
            joint.make(changes).forEach(this::finish);
        } catch (RuntimeException failure) {
            operations.forEach(operation -> operation.makes().ifPresent(references::forget));
            ScimException refusal = Refusal.of(failure, request.id()).error();
            operations.forEach(operation -> finish(BulkResult.failed(operation, refusal)));
        }
    }

    /** Refuses a restored user: other operations already refer to the new id. */
    private BulkResult applyAs(BulkOperation operation, String id) {
        BulkResult result = apply(operation, id);
        if (operation.makes().isPresent() && !result.location().orElse("").endsWith("/" + id)) {
            throw ScimException.conflict(
                    "An existing user cannot be restored by operations that refer to each other; restore that user first.");
        }
        return result;
    }

    private void finish(BulkResult result) {
        results.put(result.operation().number(), result);
        result.refusal().ifPresent(refusal -> {
            errors++;
            refusals.fire(new RefusedOperation(refusal.reason()));
        });
    }

    private BulkResult apply(BulkOperation operation, String newId) {
        BulkPath path = BulkPath.of(operation.path(), List.of(users, groups));
        if (operation.method() == BulkOperation.Method.POST) {
            Resource made = path.collection().create(newId, data(operation));
            operation.bulkId().ifPresent(bulkId -> references.know(bulkId, made.id()));
            return done(operation, path, made);
        }
        String id = references.resolve(path.id());
        Precondition precondition = Precondition.version(operation.version());
        return switch (operation.method()) {
            case PUT -> done(operation, path, path.target().replace(id, data(operation), precondition));
            case PATCH -> done(operation, path, path.target().patch(id, data(operation), precondition));
            default -> {
                path.target().delete(id, precondition);
                yield BulkResult.done(operation, location(path, id), Optional.empty());
            }
        };
    }

    private ScimObject data(BulkOperation operation) {
        return references.resolve(operation.requireData());
    }

    private BulkResult done(BulkOperation operation, BulkPath path, Resource resource) {
        return BulkResult.done(
                operation,
                location(path, resource.id()),
                Optional.of(resource.tag().toString()));
    }

    private String location(BulkPath path, String id) {
        return request.baseUrl() + path.target().type().endpoint() + "/" + id;
    }

    private static String newId() {
        return Ids.next();
    }
}
