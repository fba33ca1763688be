package org.cortexscim.access;

import java.time.Instant;

/**
 * Requests from one address that were refused for want of a valid credential, summed up: whoever guesses keys must not
 * be able to fill the audit log.
 *
 * @param address where they came from, as text
 * @param reason why they were refused, without a word of what was sent
 * @param count how many they were
 * @param first when the first one came
 * @param last when the last one came
 */
public record SignInFailures(String address, String reason, int count, Instant first, Instant last) {
    /** These and later ones of the same address. */
    SignInFailures and(SignInFailures later) {
        return new SignInFailures(address, later.reason, count + later.count, first, later.last);
    }
}
