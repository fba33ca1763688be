package org.cortexscim.audit;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cortexscim.scim.ScimException;

/**
 * The requested entries: those that match every criterion, by any of its values.
 *
 * @param start when the first one may have happened
 * @param end when none may have happened any more
 * @param wanted the stored values to look for
 */
public record AuditFilter(Optional<Instant> start, Optional<Instant> end, Map<AuditCriterion, List<String>> wanted) {
    /** Every entry. */
    public static final AuditFilter ALL = new AuditFilter(Optional.empty(), Optional.empty(), Map.of());

    public AuditFilter {
        wanted = Map.copyOf(wanted);
    }

    /**
     * The entries of a time.
     *
     * @throws ScimException invalidValue when it ends before it starts
     */
    public static AuditFilter between(Optional<Instant> start, Optional<Instant> end) {
        if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
            throw ScimException.invalidValue("'endTime' must not be before 'startTime'.");
        }
        return new AuditFilter(start, end, Map.of());
    }

    /**
     * Those of the same entries that have one of these values.
     *
     * @param values none to leave the filter as it is
     * @throws ScimException invalidValue when the criterion cannot have such a value
     */
    public AuditFilter with(AuditCriterion criterion, List<String> values) {
        if (values.isEmpty()) {
            return this;
        }
        Map<AuditCriterion, List<String>> all = new EnumMap<>(AuditCriterion.class);
        all.putAll(wanted);
        all.put(criterion, criterion.stored(values));
        return new AuditFilter(start, end, all);
    }
}
