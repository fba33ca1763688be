package org.cortexscim.scim.schema;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The dateTime of RFC 7643 §2.3.5: an XML Schema dateTime; without an offset it is read as UTC. */
public final class DateTimes {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private DateTimes() {}

    /** The instant; empty when the text is not a date and time between the years 1 and 9999 in UTC. */
    public static Optional<Instant> parse(String text) {
        return offset(text)
                .map(OffsetDateTime::toInstant)
                .filter(instant -> !instant.isBefore(FIRST) && instant.isBefore(END));
    }

    private static Optional<OffsetDateTime> offset(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text));
        } catch (DateTimeException withoutOffset) {
            return local(text);
        }
    }

    private static Optional<OffsetDateTime> local(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text).atOffset(ZoneOffset.UTC));
        } catch (DateTimeException noDateTime) {
            return Optional.empty();
        }
    }
}
