package org.cortexscim.web.scim;

import java.math.BigInteger;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cortexscim.scim.ScimException;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request's query. It accepts what clients send: {@code +} and {@code %20} for a space, quotes and
 * spaces as they are, a stray {@code &}, parameters it does not know.
 */
final class QueryString {
    private final Map<String, String> parameters = new HashMap<>();

    /**
     * Reads a raw query.
     *
     * @throws ScimException 400 when a percent sign is not followed by two hexadecimal digits, or the bytes are not UTF-8
     */
    QueryString(@Nullable String raw) {
        for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            parameters.putIfAbsent(name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
    }

    /** Tells whether the parameter is present, even if it is empty. */
    boolean has(String name) {
        return parameters.containsKey(name);
    }

    /** The parameter's value; empty when it is absent or blank. */
    Optional<String> text(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isBlank());
    }

    /**
     * The parameter's whole number, or the default when it is absent; what does not fit an int is cut to fit.
     *
     * @throws ScimException invalidValue when it is not a whole number
     */
    int number(String name, int otherwise) {
        Optional<String> text = text(name).map(String::trim);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.get().matches("[+-]?[0-9]{1,100}")) {
            throw ScimException.invalidValue("'%s' must be a whole number.".formatted(name));
        }
        BigInteger number = new BigInteger(text.get());
        return number.max(BigInteger.valueOf(Integer.MIN_VALUE))
                .min(BigInteger.valueOf(Integer.MAX_VALUE))
                .intValue();
    }

    private static String decode(String text) {
        try {
            String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
            if (decoded.indexOf('\uFFFD') < 0 && decoded.indexOf('\0') < 0) {
                return decoded;
            }
        } catch (IllegalArgumentException malformed) {
            // falls through to the refusal below
        }
        throw ScimException.status(400, "The query of the URL is not correctly percent-encoded UTF-8.");
    }
}
