package org.cortexscim.properties;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.cortexscim.testing.Service;

/** Makes the bytes of requests that no HTTP client would send: broken first lines, targets, headers and bodies. */
final class RandomHeads {
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private static final List<String> PATHS = List.of(
            "/scim/v2/Users", "/scim/v2/Groups", "/scim/v2/ServiceProviderConfig", "/api/v1/seats", "/scim/v2/", "/x");
    private static final List<String> PIECES = List.of(
            "%zz",
            "%00",
            "%",
            "%ff",
            "%c0%af",
            "%2e%2e",
            "/../",
            "/./",
            "//",
            ";a=b",
            "\u0080",
            "\u00ff",
            "<",
            ">",
            "\"",
            "|",
            "^",
            "`",
            "{",
            "}",
            "[",
            "\\",
            "\t",
            " ",
            "#x",
            "%2F",
            "*",
            "?",
            "?a=%zz",
            "?filter=\u00ff",
            "\u0001",
            "\u007f",
            "/".repeat(300),
            "a".repeat(3000));
    private static final List<String> VERSIONS =
            List.of("HTTP/1.0", "HTTP/2.0", "HTTP/9.9", "http/1.1", "", "HTTP/1.1 x", "X");
    private static final List<String> NAMES = List.of(
            "Accept",
            "Accept-Language",
            "Content-Type",
            "If-Match",
            "X-Request-Id",
            "X-Forwarded-For",
            "Forwarded",
            "Range",
            "Cookie",
            "Expect",
            "Upgrade",
            "Connection",
            "Content-Encoding",
            "Authorization",
            "Host",
            "Content-Length",
            "Transfer-Encoding",
            "TE",
            "X-HTTP-Method-Override",
            "Origin",
            "\u00e4",
            "a b",
            "");
    private static final List<String> VALUES = List.of(
            "",
            "x",
            "*",
            ";;;",
            ",,,",
            "q=x",
            "\u00ff\u0080",
            "\u0001",
            "de",
            "application/json;q=x",
            "gzip",
            "chunked",
            "gzip, chunked",
            "100-continue",
            "h2c",
            "keep-alive, Upgrade",
            "-1",
            "99999999999999999999",
            "0",
            "7",
            "x".repeat(9000),
            "for=\"[::1]:x\"",
            "1.2.3.4, x",
            "bytes=0-",
            "W/\"\u00e4\"",
            "Bearer ey.ey.ey",
            "Basic \u00ff",
            "evil\"host");

    private final Chance chance;
    private final Service service;

    RandomHeads(Chance chance, Service service) {
        this.chance = chance;
        this.service = service;
    }

    /**
     * A request.
     *
     * @param target as it stands in the first line
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Request(String target, byte[] bytes) {
        String text() {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    Request next() {
        String target = target();
        String body = chance.percent(50) ? "" : "{\"userName\":\"%s\"}".formatted(text(chance.below(20)));
        List<String> lines = new ArrayList<>();
        lines.add("%s %s %s".formatted(method(), target, chance.percent(90) ? "HTTP/1.1" : chance.oneOf(VERSIONS)));
        lines.add("Connection: close");
        if (chance.percent(95)) {
            lines.add("Host: " + service.baseUrl().getAuthority());
        }
        if (chance.percent(85)) {
            lines.add("Authorization: Bearer " + service.key());
        }
        if (!body.isEmpty()) {
            lines.add("Content-Type: application/scim+json");
            lines.add(framing(body));
        }
        for (int i = chance.below(4); i > 0; i--) {
            lines.add(chance.below(lines.size()) == 0 ? text(chance.below(40)) : header());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((String.join(chance.percent(97) ? "\r\n" : "\n", lines) + "\r\n\r\n" + sent(lines, body))
                .getBytes(StandardCharsets.ISO_8859_1));
        return new Request(target, bytes.toByteArray());
    }

    private String method() {
        return chance.percent(85) ? chance.oneOf(METHODS) : text(1 + chance.below(12));
    }

    private String target() {
        StringBuilder target = new StringBuilder(chance.oneOf(PATHS));
        for (int i = chance.below(3); i > 0; i--) {
            target.insert(chance.below(target.length() + 1), chance.oneOf(PIECES));
        }
        return chance.percent(5) ? "http://" + text(chance.below(8)) + target : target.toString();
    }

    private String header() {
        return chance.oneOf(NAMES) + chance.oneOf(List.of(": ", ": ", ":", " : ", "")) + chance.oneOf(VALUES);
    }

    private String framing(String body) {
        return switch (chance.below(12)) {
            case 0 -> "Transfer-Encoding: chunked";
            case 1 -> "Content-Length: " + (body.length() - 1);
            case 2 -> "Content-Length: +" + body.length();
            default -> "Content-Length: " + body.length();
        };
    }

    /** The body, in chunks if that was said, some of them broken. */
    private String sent(List<String> lines, String body) {
        if (lines.stream().noneMatch(line -> line.equals("Transfer-Encoding: chunked"))) {
            return body;
        }
        return switch (chance.below(4)) {
            case 0 -> "zz\r\n" + body + "\r\n0\r\n\r\n";
            case 1 -> "FFFFFFFFFFFFFFFF\r\n" + body;
            default -> "%x\r\n%s\r\n0\r\n\r\n".formatted(body.length(), body);
        };
    }

    /** Characters of one byte each, but not the end of a line. */
    private String text(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            int c = chance.percent(80) ? '!' + chance.below(94) : chance.below(256);
            text.append(c == '\r' || c == '\n' ? '.' : (char) c);
        }
        return text.toString();
    }
}
