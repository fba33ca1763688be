package org.cortexscim.access.address;

import inet.ipaddr.IPAddress;
import java.util.Optional;

/**
 * An address, or all addresses that begin with the same bits (CIDR, RFC 4632). What follows these bits is of no
 * account, as in routers and firewalls: {@code 10.0.0.5/24} is {@code 10.0.0.0/24}. A range of one address is that
 * address, and a range of IPv4-mapped addresses is a range of IPv4 addresses.
 */
public record IpRange(IPAddress block) {
    private static final int MAX_SHOWN = 60;

    /**
     * Reads an address or a range; spaces around it do not count.
     *
     * @throws IllegalArgumentException naming the problem
     */
    public static IpRange parse(String text) {
        String trimmed = text.strip();
        return find(trimmed).orElseThrow(() -> new IllegalArgumentException(AddressHint.about(trimmed)));
    }

    /** Tells whether the range covers all addresses of its family. */
    public boolean isEverything() {
        return block.isPrefixed() && block.getNetworkPrefixLength() == 0;
    }

    /** The canonical text, such as {@code 203.0.113.0/24} or {@code 2001:db8::7}. */
    @Override
    public String toString() {
        return block.toCanonicalString();
    }

    /** A text that may be a range, short enough to be repeated in an error. */
    public static String shown(String text) {
        return text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "..." : text;
    }

    private static Optional<IpRange> find(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return AddressFormat.address(text).map(IpRange::new);
        }
        String prefix = text.substring(slash + 1);
        if (!prefix.matches("0|[1-9][0-9]{0,2}")) {
            return Optional.empty();
        }
        return find(text.substring(0, slash), Integer.parseInt(prefix));
    }

    private static Optional<IpRange> find(String address, int prefix) {
        Optional<IPAddress> base = AddressFormat.address(address);
        int bits = prefix - AddressFormat.mappedPrefix(address);
        return base.filter(known -> bits >= 0 && bits <= known.getBitCount())
                .map(known -> new IpRange(bits == known.getBitCount() ? known : known.toPrefixBlock(bits)));
    }
}
