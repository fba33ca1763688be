package org.cortexscim.web.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cortexscim.access.address.IpAddress;
import org.cortexscim.scim.Reason;
import org.cortexscim.scim.ScimException;

/**
 * What RFC 9110 and RFC 3986 ask of a request line and of the headers that the server itself reads. The server is more
 * generous with some of it, and fails later on what it has let in.
 */
final class RequestSyntax {
    static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9._~!$&'()*+,;=:@/%-]*");
    private static final Pattern NOT_IN_QUERY = Pattern.compile("%(?![0-9A-Fa-f]{2})|[\\x00-\\x1f\\x7f]");
    private static final Pattern HOST = Pattern.compile(
            "(?:(?<name>[A-Za-z0-9_][A-Za-z0-9._-]{0,254})|\\[(?<ip>[^\\[\\]]*)])(?::(?<port>[0-9]{1,5}))?");
    private static final int MAX_PORT = 65_535;

    private static final Pattern QUALITY = Pattern.compile("(?i)\\s*q\\s*=(?<value>.*)");
    private static final Pattern NUMBER = Pattern.compile("\\s*(?:0?\\.[0-9]+|[01](?:\\.0*)?|0\\.[0-9]*)\\s*");

    private RequestSyntax() {}

    /** The refusal of a request that breaks one of the rules; empty when it keeps them all. */
    static Optional<Refusal> problem(HttpServletRequest request) {
        if (!METHODS.contains(request.getMethod())) {
            return Optional.of(unknownMethod());
        }
        if (!isPath(request.getRequestURI())) {
            return malformed("The path has a character that no URL may have: percent-encode it.");
        }
        if (request.getQueryString() != null && !isQuery(request.getQueryString())) {
            return malformed(
                    "The query has a control character, or a '%' that is not followed by two hexadecimal digits:"
                            + " percent-encode it, a percent sign as '%25'.");
        }
        List<String> hosts = Collections.list(request.getHeaders("Host"));
        if (hosts.size() > 1 || (hosts.isEmpty() && request.getProtocol().equals("HTTP/1.1"))) {
            return malformed("Send one Host header.");
        }
        if (!hosts.stream().allMatch(RequestSyntax::isHost) || !isHost(authority(request))) {
            return malformed("The Host header must be a host name or an IP address, with or without a port.");
        }
        return Stream.of("Content-Type", "Accept")
                .filter(name ->
                        !Collections.list(request.getHeaders(name)).stream().allMatch(RequestSyntax::hasNumericQuality))
                .findFirst()
                .flatMap(name ->
                        malformed("The header %s is malformed: 'q' must be a number from 0 to 1.".formatted(name)));
    }

    /** Only what RFC 3986 §3.3 allows in a path; what follows a percent sign is not checked. */
    static boolean isPath(String path) {
        return PATH.matcher(path).matches();
    }

    /**
     * Tells whether no percent sign of a query lacks its two hexadecimal digits, and no control character is in it. What else
     * RFC 3986 §3.4 does not allow is let in: clients send brackets and quotes as they are.
     */
    static boolean isQuery(String query) {
        return !NOT_IN_QUERY.matcher(query).find();
    }

    /** Such as {@code scim.example.com}, {@code localhost:9080} and {@code [::1]:9080}. */
    static boolean isHost(String host) {
        var parts = HOST.matcher(host);
        if (!parts.matches()) {
            return false;
        }
        String ip = parts.group("ip");
        String port = parts.group("port");
        return (ip == null || (ip.contains(":") && IpAddress.parse(ip).isPresent()))
                && (port == null || Integer.parseInt(port) <= MAX_PORT);
    }

    /** Tells whether each {@code q} of a list of media types is a number from 0 to 1. */
    static boolean hasNumericQuality(String mediaTypes) {
        return Stream.of(withoutStrings(mediaTypes).split("[,;]"))
                .map(QUALITY::matcher)
                .allMatch(quality -> !quality.matches()
                        || NUMBER.matcher(quality.group("value")).matches());
    }

    /** A header without its quoted strings; one that does not end reaches to the end. In one pass: a header may be long. */
    private static String withoutStrings(String header) {
        StringBuilder rest = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < header.length(); i++) {
            char character = header.charAt(i);
            if (character == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                rest.append(character);
            } else if (character == '\\') {
                i++;
            }
        }
        return rest.toString();
    }

    /** The host in the request's URL: of an absolute URL in the first line, or else of the Host header. */
    private static String authority(HttpServletRequest request) {
        String url = request.getRequestURL().toString();
        return url.substring(
                url.indexOf("://") + 3, url.length() - request.getRequestURI().length());
    }

    private static Refusal unknownMethod() {
        String known = String.join(", ", new TreeSet<>(METHODS));
        return new Refusal(
                ScimException.status(
                                Reason.METHOD_NOT_ALLOWED.status(),
                                "This service does not know the method; it knows %s.".formatted(known))
                        .because(Reason.METHOD_NOT_ALLOWED),
                Map.of("Allow", known));
    }

    private static Optional<Refusal> malformed(String detail) {
        return Optional.of(new Refusal(ScimException.status(400, detail), Map.of()));
    }
}
