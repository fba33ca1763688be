package org.cortexscim.access.requests;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cortexscim.storage.Ids;

/**
 * A condition on logged requests, in JPQL, with the values of its parameters.
 *
 * @param jpql built only from constants of this program; external input is among the values
 */
record RequestCondition(String jpql, Map<String, Object> values) {
    RequestCondition {
        values = Map.copyOf(values);
    }

    static RequestCondition of(LoggedRequestQuery query) {
        RequestCondition time = new RequestCondition("1 = 1", Map.of())
                .and("r.id >= :startId", "startId", query.start().map(Ids::firstAt))
                .and("r.id < :endId", "endId", query.end().map(Ids::firstAt));
        return status(time, query.status())
                .and("r.caller = :caller", "caller", query.caller())
                .and("r.address = :address", "address", query.address())
                .and("r.resourceId = :resourceId", "resourceId", query.resourceId());
    }

    /** The first comparison alone is one that an index can begin at without losing the order. */
    private static RequestCondition status(RequestCondition condition, Optional<Statuses> status) {
        return condition
                .and("r.failed = :failed", "failed", status.map(one -> one.failed() ? 1 : 0))
                .and("r.status >= :firstStatus", "firstStatus", status.map(Statuses::first))
                .and("r.status <= :lastStatus", "lastStatus", status.map(Statuses::last));
    }

    private RequestCondition and(String part, String parameter, Optional<?> value) {
        if (value.isEmpty()) {
            return this;
        }
        Map<String, Object> all = new HashMap<>(values);
        all.put(parameter, value.get());
        return new RequestCondition(jpql + " and " + part, all);
    }
}
