package org.cortexscim.web.scim.bulk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
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

    private final BulkReferences references = new BulkReferences();
    private final Map<String, BulkOperation> makers = new HashMap<>();
    private final Set<BulkOperation> pending = new LinkedHashSet<>();
    private final Map<BulkOperation, BulkResult> results = new HashMap<>();

    /** The results of the operations that were tried, in the order of the request. */
    List<BulkResult> run(BulkRequest bulk) {
        pending.addAll(bulk.operations());
        bulk.operations().forEach(operation -> operation.makes().ifPresent(bulkId -> makers.put(bulkId, operation)));
        while (!pending.isEmpty() && errors() < bulk.failOnErrors()) {
            Optional<BulkOperation> ready =
                    pending.stream().filter(this::isReady).findFirst();
            ready.ifPresentOrElse(this::alone, () -> together(circle()));
        }
        return bulk.operations().stream()
                .flatMap(operation -> Stream.ofNullable(results.get(operation)))
                .toList();
    }

    private long errors() {
        return results.values().stream().filter(BulkResult::isFailure).count();
    }

    private boolean isReady(BulkOperation operation) {
        return waitsFor(operation).findAny().isEmpty();
    }

    private Stream<BulkOperation> waitsFor(BulkOperation operation) {
        return BulkReferences.in(operation).stream()
                .flatMap(bulkId -> Stream.ofNullable(makers.get(bulkId)))
                .filter(pending::contains);
    }

    /** Operations that wait only for each other. */
    private List<BulkOperation> circle() {
        return needed(pending.iterator().next()).stream()
                .map(this::needed)
                .min(Comparator.comparingInt(List::size))
                .orElseThrow();
    }

    /** The operation with all that it waits for, directly or not. */
    private List<BulkOperation> needed(BulkOperation first) {
        Set<BulkOperation> found = new LinkedHashSet<>();
        List<BulkOperation> next = new ArrayList<>(List.of(first));
        while (!next.isEmpty()) {
            BulkOperation operation = next.remove(next.size() - 1);
            if (found.add(operation)) {
                waitsFor(operation).forEach(next::add);
            }
        }
        return List.copyOf(found);
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
        Map<BulkOperation, String> ids = new HashMap<>();
        operations.forEach(operation -> operation.makes().ifPresent(bulkId -> {
            ids.put(operation, newId());
            references.know(bulkId, ids.get(operation));
        }));
        try {
            List<Supplier<BulkResult>> changes = operations.stream()
                    .<Supplier<BulkResult>>map(operation -> () -> applyAs(operation, ids.getOrDefault(operation, "")))
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
        pending.remove(result.operation());
        results.put(result.operation(), result);
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
