package org.cortexscim.access.requests;

import java.time.Instant;
import org.cortexscim.scim.Reason;

/**
 * Requests of one kind that fail, since the last one of the kind that did not.
 *
 * @param action the operation, such as {@code USER_CREATE}
 * @param count how many have failed for this reason
 * @param first when the first of them was answered
 * @param last the newest of them
 */
public record OpenFailure(String action, Reason reason, long count, Instant first, LoggedRequest last) {}
