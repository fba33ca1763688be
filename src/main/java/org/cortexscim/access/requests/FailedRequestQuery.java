package org.cortexscim.access.requests;

import java.util.Optional;

/** Selects the requests to show: all, or those with this status, caller or address. */
public record FailedRequestQuery(Optional<Integer> status, Optional<String> caller, Optional<String> address) {}
