package org.cortexscim.access.requests;

import java.time.Duration;

/**
 * A request that has been answered, fired for every one of them.
 *
 * @param operation one of a few, whatever the client has made up, such as {@code USER_CREATE} or {@code API_GET}
 */
public record AnsweredRequest(String operation, int status, Duration duration) {}
