package org.cortexscim.access.requests;

import org.cortexscim.scim.Reason;

/** How often requests failed for a reason. */
public record ReasonCount(Reason reason, long count) {}
