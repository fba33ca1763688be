package org.cortexscim.audit;

import java.time.LocalDate;

/**
 * How many users got and lost access on a day.
 *
 * @param date the day in UTC
 * @param provisioned the number of times that a user became active: created so, or reactivated
 * @param deprovisioned the number of times that an active user was deactivated or deleted
 */
public record ProvisioningDay(LocalDate date, long provisioned, long deprovisioned) {}
