package org.cortexscim.properties;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cortexscim.testing.ScimClient;

/** Makes requests to /scim/v2: some good, most of them wrong in some place. */
final class RandomRequests {
    private static final List<String> METHODS = List.of(
            "GET", "GET", "POST", "POST", "PUT", "PATCH", "PATCH", "PATCH", "DELETE", "HEAD", "OPTIONS", "PURGE");
    private static final List<String> PATHS = List.of(
            "/Users",
            "/Users",
            "/Users/%s",
            "/Users/%s",
            "/Users/%s",
            "/Groups",
            "/Groups/%s",
            "/Bulk",
            "/.search",
            "/Users/.search",
            "/Groups/.search",
            "/Me",
            "/Schemas",
            "/Schemas/urn:ietf:params:scim:schemas:core:2.0:User",
            "/ResourceTypes",
            "/ResourceTypes/User",
            "/ServiceProviderConfig",
            "/Roles",
            "/",
            "",
            "//Users",
            "/Users/",
            "/nothing",
            "/Users/%s/emails",
            "/Users/%%C3%%A4",
            "/Users/%%ff",
            "/Users/a%%20b",
            "/v1/Users");
    private static final List<String> NAMES = List.of(
            "userName",
            "name.givenName",
            "emails",
            "emails[type eq \"work\"]",
            "emails[type eq \"work\"].value",
            "emails[",
            "members",
            "members[value eq \"x\"]",
            "active",
            "meta",
            "id",
            "groups",
            "displayName",
            "nonsense",
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager",
            "urn:",
            "",
            ".",
            "a.b.c.d",
            "urn:ietf:params:scim:schemas:core:2.0:User:title",
            "schemas",
            "password",
            "roles[primary eq \"True\"].display",
            "x509Certificates.value",
            "photos[value pr and not (type pr)]",
            "$ref",
            "\u00e4");
    private static final List<String> PARAMETERS = List.of(
            "filter",
            "filter",
            "startIndex",
            "count",
            "cursor",
            "sortBy",
            "sortOrder",
            "attributes",
            "excludedAttributes",
            "domain",
            "");
    private static final List<String> NUMBERS =
            List.of("0", "1", "2", "-1", "100", "2147483648", "99999999999999999999", "1.5", "x", "", "+3", " 4 ");
    private static final List<String> HEADERS = List.of(
            "Accept",
            "Content-Type",
            "If-Match",
            "If-None-Match",
            "X-Request-Id",
            "Authorization",
            "Accept-Language",
            "X-Forwarded-For",
            "X-HTTP-Method-Override",
            "Range",
            "Content-Encoding");
    private static final List<String> HEADER_VALUES = List.of(
            "",
            "*",
            "*/*",
            "W/\"1\"",
            "\"1\"",
            "W/",
            "application/json",
            "application/scim+json",
            "text/html",
            "application/scim+json; charset=ISO-8859-1",
            ";;;",
            "a/b/c",
            "Bearer",
            "Basic eDo=",
            "Basic !!!",
            "Bearer ey",
            "Negotiate x",
            "gzip",
            "bytes=0-5",
            "x".repeat(3000));

    private final Chance chance;
    private final RandomFilters filters;
    private final List<String> ids;
    private final String mark;

    /** Requests that know these resources; what they create is named by the mark. */
    RandomRequests(Chance chance, List<String> ids, String mark) {
        this.chance = chance;
        this.filters = new RandomFilters(chance, List.of(java.time.Instant.EPOCH));
        this.ids = List.copyOf(ids);
        this.mark = mark;
    }

    /** A request; its path is below /scim/v2. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Request(String method, String path, Map<String, String> headers, byte[] body) {}

    Request next() {
        String method = chance.oneOf(METHODS);
        byte[] body = method.equals("GET") && chance.percent(90) ? new byte[0] : body();
        return new Request(method, chance.oneOf(PATHS).formatted(id()) + query(), headers(), body);
    }

    private String id() {
        return chance.percent(70) ? chance.oneOf(ids) : chance.oneOf(List.of("x", "0", "bulkId:x", "-1", "a'b"));
    }

    private String query() {
        if (chance.percent(50)) {
            return "";
        }
        List<String> pairs = new ArrayList<>();
        for (int i = chance.below(4); i >= 0; i--) {
            String name = chance.oneOf(PARAMETERS);
            String value = switch (name) {
                case "filter" -> filter();
                case "startIndex", "count" -> chance.oneOf(NUMBERS);
                case "sortOrder" -> chance.oneOf(List.of("ascending", "descending", "up"));
                default -> chance.oneOf(NAMES);
            };
            pairs.add(chance.percent(90) ? name + "=" + ScimClient.encoded(value) : name + "&&=");
        }
        return "?" + String.join("&", pairs);
    }

    private String filter() {
        String text = FilterText.of(filters.next());
        if (chance.percent(50)) {
            return text;
        }
        return mutated(text);
    }

    /** The text with something cut out, put in or changed. */
    private String mutated(String text) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = chance.below(3); i >= 0 && changed.length() > 0; i--) {
            int at = chance.below(changed.length());
            switch (chance.below(3)) {
                case 0 -> changed.deleteCharAt(at);
                case 1 ->
                    changed.insert(
                            at,
                            chance.oneOf(List.of(
                                    "(",
                                    ")",
                                    "[",
                                    "]",
                                    "\"",
                                    "\\",
                                    " ",
                                    "{",
                                    "}",
                                    ",",
                                    ":",
                                    "%",
                                    "\u0000",
                                    "\ud83d\ude00")));
                default -> changed.setLength(at);
            }
        }
        return changed.toString();
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = chance.below(3); i > 0; i--) {
            headers.put(chance.oneOf(HEADERS), chance.oneOf(HEADER_VALUES));
        }
        return headers;
    }

    private byte[] body() {
        if (chance.percent(3)) {
            byte[] bytes = new byte[chance.below(200)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) chance.below(256);
            }
            return bytes;
        }
        if (chance.percent(3)) {
            return "[".repeat(1 + chance.below(5000)).getBytes(StandardCharsets.UTF_8);
        }
        String text = message();
        return (chance.percent(25) ? mutated(text) : text).getBytes(StandardCharsets.UTF_8);
    }

    private String message() {
        return switch (chance.below(6)) {
            case 0 -> "{\"Operations\":[%s,%s]}".formatted(operation(), operation());
            case 1, 2 -> "{\"schemas\":%s,\"Operations\":[%s]}".formatted(value(1), operation());
            case 3 ->
                "{\"userName\":\"%s-%d@example.com\",\"%s\":%s}".formatted(mark, chance.below(1000), name(), value(3));
            case 4 -> "{\"displayName\":\"%s-%d\",\"members\":%s}".formatted(mark, chance.below(1000), value(2));
            default ->
                "{\"filter\":%s,\"count\":%s,\"cursor\":%s,\"%s\":%s}"
                        .formatted(json(filter()), value(0), value(0), name(), value(2));
        };
    }

    private String operation() {
        if (chance.percent(20)) {
            return "{\"method\":\"%s\",\"path\":\"%s\",\"bulkId\":\"%s\",\"data\":%s}"
                    .formatted(
                            chance.oneOf(METHODS),
                            chance.oneOf(PATHS).formatted(id()),
                            chance.oneOf(List.of("a", "b", "bulkId:a")),
                            value(3));
        }
        return "{\"op\":\"%s\",\"path\":%s,\"value\":%s}"
                .formatted(chance.oneOf(List.of("add", "Replace", "remove", "move", "")), json(name()), value(3));
    }

    private String name() {
        return chance.oneOf(NAMES).replace("\"", "'");
    }

    /** JSON of any kind, nested so deep at most. */
    private String value(int depth) {
        return switch (chance.below(depth == 0 ? 6 : 9)) {
            case 0 -> "null";
            case 1 -> chance.oneOf(List.of("true", "false"));
            case 2 -> chance.oneOf(List.of("0", "-1", "1.5", "1e400", "123456789012345678901234567890", "5"));
            case 3, 4 -> json(chance.oneOf(List.of("", "x", "True", "bulkId:a", "\u0000", "{\"value\":\"x\"}", id())));
            case 5 -> json("x".repeat(chance.below(5000)));
            case 6 -> "[" + value(depth - 1) + "," + value(depth - 1) + "]";
            case 7 -> "[]";
            default -> "{\"value\":%s,\"%s\":%s}".formatted(value(depth - 1), name(), value(depth - 1));
        };
    }

    private static String json(String text) {
        return jakarta.json.Json.createValue(text).toString();
    }
}
