package org.cortexscim.access.address;

import inet.ipaddr.format.util.DualIPv4v6Tries;
import java.util.Collection;

/** A set of ranges that may overlap. Looking an address up takes as many steps as it has bits, however many there are. */
public final class IpRanges {
    private final DualIPv4v6Tries tries = new DualIPv4v6Tries();

    public IpRanges(Collection<IpRange> ranges) {
        ranges.forEach(range -> tries.add(range.block()));
    }

    public boolean isEmpty() {
        return tries.isEmpty();
    }

    /** Tells whether a range contains the address. An IPv6 range, even {@code ::/0}, contains no IPv4 address. */
    public boolean contains(IpAddress address) {
        return tries.elementContains(address.value());
    }
}
