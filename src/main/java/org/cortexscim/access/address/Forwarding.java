package org.cortexscim.access.address;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Finds out who sent a request that came through proxies. Each proxy adds at the end of a header whom it got the request
 * from; everything in front of that may be made up by the caller. So the header is read from its end, and only for as
 * long as the one who wrote is trusted.
 */
final class Forwarding {
    private static final int MAX_LENGTH = 8192;

    private final IpRanges trusted;

    Forwarding(IpRanges trusted) {
        this.trusted = trusted;
    }

    /**
     * The caller.
     *
     * @param peer the sender of the request to this server
     * @param headers for a header's name its lines, none when it is not there
     * @throws ForwardingException when a trusted proxy sends a malformed header, or two headers that contradict
     */
    ClientAddress caller(IpAddress peer, Function<String, List<String>> headers) {
        if (!trusted.contains(peer)) {
            return ClientAddress.direct(peer);
        }
        String nodes = joined("X-Forwarded-For", headers);
        String forwarded = joined("Forwarded", headers);
        if (nodes.isEmpty() && !forwarded.isEmpty()) {
            return walk(peer, ForwardedHeader.hops(forwarded));
        }
        ClientAddress caller = walk(
                peer,
                Hop.listed(
                        list(nodes),
                        list(joined("X-Forwarded-Proto", headers)),
                        list(joined("X-Forwarded-Host", headers))));
        if (!forwarded.isEmpty() && !walk(peer, ForwardedHeader.hops(forwarded)).isSameCaller(caller)) {
            throw new ForwardingException("The headers X-Forwarded-For and Forwarded name different callers. The proxy"
                    + " must remove the header that it does not set itself.");
        }
        return caller;
    }

    private ClientAddress walk(IpAddress peer, List<Hop> hops) {
        ClientAddress caller = ClientAddress.direct(peer);
        for (int i = hops.size() - 1; i >= 0 && trusted.contains(caller.address()); i--) {
            Hop hop = hops.get(i);
            // Where a proxy hides its caller, it is all that is known.
            caller = new ClientAddress(hop.address().orElse(caller.address()), hop.scheme(), hop.host());
            if (hop.address().isEmpty()) {
                break;
            }
        }
        return caller;
    }

    /** Lines of the same header are one list (RFC 9110 §5.3). */
    private static String joined(String name, Function<String, List<String>> headers) {
        String joined = String.join(",", headers.apply(name));
        if (joined.length() > MAX_LENGTH) {
            throw new ForwardingException("The header %s is longer than %d characters.".formatted(name, MAX_LENGTH));
        }
        return joined;
    }

    private static List<String> list(String header) {
        return Arrays.stream(header.split(","))
                .map(String::strip)
                .filter(element -> !element.isEmpty())
                .toList();
    }
}
