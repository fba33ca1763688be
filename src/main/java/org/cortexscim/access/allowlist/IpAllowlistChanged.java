package org.cortexscim.access.allowlist;

import java.util.List;

/** The allowlist has been replaced. */
public record IpAllowlistChanged(List<AllowedAddress> before, List<AllowedAddress> after, Cause cause) {
    public IpAllowlistChanged {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** The cause of the change. */
    public enum Cause {
        REQUEST,
        /** A request whose sender did not ask to be protected from locking himself out. */
        FORCED_REQUEST,
        /** The operator of the server emptied the list, because it locked the workspace out. */
        BREAK_GLASS
    }
}
