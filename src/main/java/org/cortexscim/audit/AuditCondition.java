package org.cortexscim.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A condition on entries, in JPQL, with the values of its parameters.
 *
 * @param jpql built only from constants of this program; external input is among the values
 */
record AuditCondition(String jpql, Map<String, Object> values) {
    private static final int ALMOST_A_MILLISECOND = 999_999;

    AuditCondition {
        values = Map.copyOf(values);
    }

    static AuditCondition of(AuditFilter filter) {
        List<String> parts = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> values = new HashMap<>();
        filter.start().ifPresent(start -> {
            parts.add("a.occurred >= :startTime");
            values.put("startTime", firstMilliOf(start));
        });
        filter.end().ifPresent(end -> {
            parts.add("a.occurred < :endTime");
            values.put("endTime", firstMilliOf(end));
        });
        filter.wanted().forEach((criterion, wanted) -> {
            parts.add(criterion.condition());
            if (criterion.condition().endsWith(":" + criterion.parameter())) {
                values.put(criterion.parameter(), wanted);
            }
        });
        return new AuditCondition(String.join(" and ", parts), values);
    }

    /** The same for the entries that come after that one in a list, the newest first. */
    AuditCondition after(AuditEntry last) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("lastOccurred", last.timestamp().toEpochMilli());
        all.put("lastId", last.id());
        // The first comparison alone is one that an index can begin at.
        return new AuditCondition(
                jpql + " and a.occurred <= :lastOccurred and (a.occurred < :lastOccurred or a.id < :lastId)", all);
    }

    /** Entries have the time in milliseconds; what lies between two of them begins at the second. */
    private static long firstMilliOf(Instant instant) {
        return instant.plusNanos(ALMOST_A_MILLISECOND).toEpochMilli();
    }
}
