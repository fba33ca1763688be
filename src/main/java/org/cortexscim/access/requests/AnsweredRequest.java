package org.cortexscim.access.requests;

import java.time.Duration;
import java.util.Optional;
import org.cortexscim.scim.Reason;

/**
 * A request that has been answered, fired for every one of them.
 *
 * @param operation one of a few, whatever the client has made up, such as {@code USER_CREATE} or {@code API_GET}
 * @param refusal why it was answered with an error; empty below 400
 */
public record AnsweredRequest(String operation, int status, Duration duration, Optional<Reason> refusal) {}
