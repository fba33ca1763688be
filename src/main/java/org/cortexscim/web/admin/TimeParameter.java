package org.cortexscim.web.admin;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.schema.DateTimes;

/** A parameter that is a date, or a date and time; in UTC if it has no offset. */
final class TimeParameter {
    private TimeParameter() {}

    /**
     * The instant that a parameter names; empty when it is empty.
     *
     * @throws ScimException invalidValue when it is neither a date nor a date and time
     */
    static Optional<Instant> read(String name, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        // In a query that was not encoded, the plus sign of an offset arrives as a space.
        Optional<Instant> instant = DateTimes.parse(text.replace(' ', '+')).or(() -> startOfDay(text));
        if (instant.isEmpty()) {
            throw ScimException.invalidValue(
                    "'%s' must be a date such as 2026-11-24, or a date and time such as 2026-11-24T08:00:00Z."
                            .formatted(name));
        }
        return instant;
    }

    private static Optional<Instant> startOfDay(String text) {
        try {
            return DateTimes.parse(LocalDate.parse(text)
                    .atStartOfDay()
                    .atOffset(ZoneOffset.UTC)
                    .toString());
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
