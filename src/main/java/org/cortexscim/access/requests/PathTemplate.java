package org.cortexscim.access.requests;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A path without anything that a client made up: the words that this service's paths are made of stay, everything else
 * becomes {@code {id}}. A user name or a key in a path is not kept.
 */
public final class PathTemplate {
    private static final int MAX_SEGMENTS = 8;
    private static final String ID = "{id}";
    private static final String SCIM = "/scim/v2";

    /** Every word in a path of this service; a test holds them against the resources. */
    static final Set<String> WORDS = Set.of(
            "scim",
            "v2",
            "Users",
            "Groups",
            "Roles",
            "Schemas",
            "ResourceTypes",
            "ServiceProviderConfig",
            "Bulk",
            "Me",
            ".search",
            "api",
            "v1",
            "auth",
            "key",
            "rotation",
            "complete",
            "roles",
            "users",
            "default-role",
            "policy",
            "overview",
            "connection-test",
            "setup",
            "progress",
            "test",
            "settings",
            "schemas",
            "seats",
            "version",
            "requests",
            "role-mappings",
            "group-role-mappings",
            "ip-allowlist",
            "validate",
            "okta",
            "audit-logs",
            "export",
            "console",
            "sign-in",
            "sign-out",
            "audit-log",
            "groups",
            "create",
            "change",
            "delete",
            "keys",
            "allowlist",
            "assets");

    private PathTemplate() {}

    /** Such as {@code /scim/v2/Users/{id}}; it ends in {@code ...} where the path goes on for long. */
    static String of(String path) {
        String[] segments = Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> WORDS.contains(segment) ? segment : ID)
                .toArray(String[]::new);
        String template = Arrays.stream(segments).limit(MAX_SEGMENTS).collect(Collectors.joining("/", "/", ""));
        return segments.length > MAX_SEGMENTS ? template + "/..." : template;
    }

    /** Whether the template is one of SCIM. */
    static boolean isScim(String template) {
        return template.equals(SCIM) || template.startsWith(SCIM + "/");
    }

    /** The operation of a request to this template, such as {@code USER_CREATE}; empty outside SCIM's resources. */
    static Optional<String> action(String method, String template) {
        String[] segments = template.split("/", 5);
        if (!isScim(template) || segments.length < 4) {
            return Optional.empty();
        }
        boolean one = segments.length > 4 && segments[4].equals(ID);
        boolean search = template.endsWith("/.search");
        return switch (segments[3]) {
            case "Users" -> Optional.of("USER_" + verb(method, one, search));
            case "Groups" -> Optional.of("GROUP_" + verb(method, one, search));
            case "Roles" -> Optional.of("ROLE_" + verb(method, one, search));
            case "Me" -> Optional.of("ME_" + verb(method, true, false));
            case "Bulk" -> Optional.of("BULK");
            case ".search" -> Optional.of("SEARCH");
            case "Schemas", "ResourceTypes", "ServiceProviderConfig" -> Optional.of("DISCOVER");
            default -> Optional.empty();
        };
    }

    /** The operation of a request to this template, outside SCIM's resources by its door: one of a few dozen words. */
    static String operation(String method, String template) {
        return action(method, template).orElseGet(() -> template.startsWith("/api/v1/") ? "API_" + method : "OTHER");
    }

    private static String verb(String method, boolean one, boolean search) {
        return switch (method) {
            case "GET", "HEAD" -> one ? "READ" : "SEARCH";
            case "POST" -> search ? "SEARCH" : "CREATE";
            case "PUT" -> "REPLACE";
            case "PATCH" -> "PATCH";
            case "DELETE" -> "DELETE";
            default -> "OTHER";
        };
    }
}
