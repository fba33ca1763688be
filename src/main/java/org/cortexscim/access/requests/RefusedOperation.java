package org.cortexscim.access.requests;

import org.cortexscim.scim.Reason;

/** An operation inside a bulk request that was refused; the request itself succeeds. */
public record RefusedOperation(Reason reason) {}
