package org.cortexscim.access.requests;

import java.util.Optional;

/** Which requests to show: all, or those with that status, of that caller, from that address. */
public record FailedRequestQuery(Optional<Integer> status, Optional<String> caller, Optional<String> address) {}
