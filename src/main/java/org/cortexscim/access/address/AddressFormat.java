package org.cortexscim.access.address;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.IncompatibleAddressException;
import inet.ipaddr.ipv6.IPv6Address;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The notation of an address: four decimal numbers, or RFC 4291 §2.2. Nothing that another program could read as another
 * address: no leading zeros in IPv4, no missing numbers, no hexadecimal IPv4.
 */
final class AddressFormat {
    private static final int MAPPED_PREFIX = 96;

    /** The library lets a group of IPv6 have any number of zeros in front. */
    private static final Pattern LONG_GROUP = Pattern.compile("[0-9a-fA-F]{5}");

    private static final IPAddressStringParameters STRICT = strict();

    private AddressFormat() {}

    /** The address, an IPv4-mapped one (RFC 4291 §2.5.5.2) as the IPv4 address that it is; empty when it is none. */
    static Optional<IPAddress> address(String text) {
        if (text.indexOf('/') >= 0 || LONG_GROUP.matcher(text).find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(unmapped(new IPAddressString(text, STRICT).toAddress()));
        } catch (AddressStringException | IncompatibleAddressException malformed) {
            return Optional.empty();
        }
    }

    /** The number of bits in front of which a range of IPv4-mapped addresses has nothing else. */
    static int mappedPrefix(String text) {
        return isMapped(text) ? MAPPED_PREFIX : 0;
    }

    private static boolean isMapped(String text) {
        return text.indexOf(':') >= 0
                && address(text).filter(address -> !address.isIPv6()).isPresent();
    }

    private static IPAddress unmapped(IPAddress address) {
        IPv6Address six = address.toIPv6();
        return address.isIPv6() && six.isIPv4Mapped() ? six.getEmbeddedIPv4Address() : address;
    }

    private static IPAddressStringParameters strict() {
        IPAddressStringParameters.Builder strict = new IPAddressStringParameters.Builder()
                .allowEmpty(false)
                .allowAll(false)
                .allowSingleSegment(false)
                .allowWildcardedSeparator(false)
                .allowPrefix(false)
                .allow_inet_aton(false)
                .setRangeOptions(RangeParameters.NO_RANGE);
        strict.getIPv4AddressParametersBuilder().allowLeadingZeros(false).allowBinary(false);
        strict.getIPv6AddressParametersBuilder()
                .allowZone(false)
                .allowBase85(false)
                .allowBinary(false)
                .getEmbeddedIPv4AddressParametersBuilder()
                .allowLeadingZeros(false);
        return strict.toParams();
    }
}
