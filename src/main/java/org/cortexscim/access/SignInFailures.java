package org.cortexscim.access;

import java.time.Instant;

/**
 * Requests from one address that were refused because they had no valid credential, aggregated: guessing keys must not
 * be able to fill the audit log.
 *
 * @param address the address of origin, as text
 * @param reason the reason for the refusal, without any part of what was sent
 * @param count the number of requests
 * @param first the time of the first request
 * @param last when the last one came
 */
public record SignInFailures(String address, String reason, int count, Instant first, Instant last) {
    /** These and later ones of the same address. */
    SignInFailures and(SignInFailures later) {
        return new SignInFailures(address, later.reason, count + later.count, first, later.last);
    }
}
