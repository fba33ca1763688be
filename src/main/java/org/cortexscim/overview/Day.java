package org.cortexscim.overview;

import java.time.LocalDate;

/**
 * What a day changed.
 *
 * @param date in UTC
 * @param provisioned the number of times that a user became active
 * @param deprovisioned the number of times that an active user was deactivated or deleted
 * @param activeSeats the number of active users at its end, or now
 */
public record Day(LocalDate date, long provisioned, long deprovisioned, long activeSeats) {}
