package org.cortexscim.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The secret in an Authorization header. Identity providers send it as {@code Bearer <key>}, as the bare key (Okta's
 * "Header" mode), or as the password of {@code Basic} (custom Okta apps).
 */
final class Credential {
    private static final int MAX_LENGTH = 4096;

    private Credential() {}

    /** The secret; empty when the header is absent, malformed or longer than 4,096 characters. */
    static Optional<String> in(@Nullable String header) {
        if (header == null || header.isBlank() || header.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String trimmed = header.trim();
        int space = trimmed.indexOf(' ');
        if (space < 0) {
            return Optional.of(trimmed);
        }
        String rest = trimmed.substring(space + 1).trim();
        return switch (trimmed.substring(0, space).toLowerCase(Locale.ROOT)) {
            case "bearer" -> Optional.of(rest);
            case "basic" -> password(rest);
            default -> Optional.empty();
        };
    }

    private static Optional<String> password(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
