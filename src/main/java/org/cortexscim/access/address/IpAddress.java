package org.cortexscim.access.address;

import inet.ipaddr.IPAddress;
import java.util.Optional;

/** One address. An IPv4-mapped IPv6 address (RFC 4291 §2.5.5.2) is treated as that IPv4 address. */
public record IpAddress(IPAddress value) {

    /** Reads an address without prefix, port, brackets and zone; empty when the text is none. */
    public static Optional<IpAddress> parse(String text) {
        return AddressFormat.address(text).map(IpAddress::new);
    }

    /** The canonical text: four decimal numbers, or RFC 5952. */
    @Override
    public String toString() {
        return value.toCanonicalString();
    }
}
