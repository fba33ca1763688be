package org.cortexscim.access.address;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads RFC 7239.
 *
 * <pre>Forwarded: for=192.0.2.43;proto=https, for="[2001:db8:cafe::17]:4711"</pre>
 *
 * <p>Colons and brackets are taken without quotes too, as some proxies send them.
 */
final class ForwardedHeader {
    private static final Pattern PAIR = Pattern.compile("[ \\t]*+([!#$%&'*+.^_`|~0-9A-Za-z-]++)="
            + "(?:\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"|([!#$%&'*+.^_`|~0-9A-Za-z:\\[\\]-]++))[ \\t]*+(;|,|$)");

    private static final Pattern EMPTY = Pattern.compile("[ \\t]*+(,|$)");

    private ForwardedHeader() {}

    /**
     * The hops, the latest last.
     *
     * @throws ForwardingException when it is malformed: a quote that a client left open would swallow what a proxy
     *     has added
     */
    static List<Hop> hops(String header) {
        List<Hop> hops = new ArrayList<>();
        Map<String, String> element = new HashMap<>();
        Matcher pair = PAIR.matcher(header);
        int at = 0;
        while (at < header.length()) {
            if (element.isEmpty()
                    && EMPTY.matcher(header).region(at, header.length()).lookingAt()) {
                at = header.indexOf(',', at) < 0 ? header.length() : header.indexOf(',', at) + 1;
                continue;
            }
            if (!pair.region(at, header.length()).lookingAt() || element.put(name(pair), value(pair)) != null) {
                throw new ForwardingException("The Forwarded header is malformed; see RFC 7239.");
            }
            if (!";".equals(pair.group(4))) {
                hops.add(hop(element));
                element.clear();
            }
            at = pair.end();
        }
        return hops;
    }

    private static String name(Matcher pair) {
        return pair.group(1).toLowerCase(Locale.ROOT);
    }

    private static String value(Matcher pair) {
        String quoted = pair.group(2);
        return quoted == null ? pair.group(3) : quoted.replaceAll("\\\\(.)", "$1");
    }

    private static Hop hop(Map<String, String> element) {
        return new Hop(
                element.getOrDefault("for", ""),
                Optional.ofNullable(element.get("proto")),
                Optional.ofNullable(element.get("host")));
    }
}
