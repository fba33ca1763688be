package org.cortexscim.access.address;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The information that one proxy gives about the request it received.
 *
 * @param node the sender: an address, possibly with a port, or an obfuscated name
 * @param scheme http or https
 * @param host the host that the request was sent to, possibly with a port
 */
record Hop(String node, Optional<String> scheme, Optional<String> host) {
    private static final Pattern NODE = Pattern.compile(
            "(?:\\[(?<six>[^\\]]+)\\]|(?<four>[0-9.]+))(?::(?:[0-9]{1,5}|_[A-Za-z0-9._-]+))?|(?<bare>[0-9a-fA-F:.]+)");

    private static final Pattern SCHEME = Pattern.compile("(?i)https?");
    private static final Pattern HOST =
            Pattern.compile("(?:[A-Za-z0-9._-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\])(?::[0-9]{1,5})?");

    Hop {
        scheme = scheme.filter(text -> SCHEME.matcher(text).matches()).map(text -> text.toLowerCase(Locale.ROOT));
        host = host.filter(text -> HOST.matcher(text).matches());
    }

    /** The hops of {@code X-Forwarded-For}, the latest last; a hop's scheme and host are at the same position in their headers. */
    static List<Hop> listed(List<String> nodes, List<String> schemes, List<String> hosts) {
        int count = Math.max(1, nodes.size());
        return IntStream.range(0, count)
                .map(i -> count - 1 - i)
                .mapToObj(fromEnd ->
                        new Hop(fromEnd(nodes, fromEnd).orElse(""), told(schemes, fromEnd), told(hosts, fromEnd)))
                .toList();
    }

    /** The sender's address; empty when the proxy hides it. */
    Optional<IpAddress> address() {
        Matcher matcher = NODE.matcher(node);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Stream.of("six", "four", "bare")
                .flatMap(group -> Stream.ofNullable(matcher.group(group)))
                .findFirst()
                .flatMap(IpAddress::parse);
    }

    /** Where fewer proxies tell a scheme or host than pass the request on, the first one's holds for those before it. */
    private static Optional<String> told(List<String> values, int fromEnd) {
        return fromEnd(values, Math.min(fromEnd, values.size() - 1));
    }

    private static Optional<String> fromEnd(List<String> values, int index) {
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1 - index));
    }
}
