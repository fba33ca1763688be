package org.cortexscim.judges;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The judge's tests that are not run, each with its reason. In the file the reason stands as a comment above the tests
 * that it holds for; a test is {@code Class#method}, or {@code Class} for all of a class.
 *
 * @param reasons by test
 */
record Exclusions(Map<String, String> reasons) {
    private static final String FILE = "/judges/scimono-exclusions.txt";

    Exclusions {
        reasons = Map.copyOf(reasons);
    }

    static Exclusions ofScimono() {
        try (InputStream file = Exclusions.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @throws IllegalArgumentException when a test stands there without a reason, or twice */
    static Exclusions parse(String text) {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (String block : text.split("\\R\\s*\\R")) {
            String reason = "";
            for (String line : block.strip().lines().map(String::strip).toList()) {
                if (line.startsWith("#")) {
                    reason = (reason + " " + line.substring(1).strip()).strip();
                } else if (!line.isEmpty() && (reason.isEmpty() || reasons.put(line, reason) != null)) {
                    throw new IllegalArgumentException(line + " has no reason, or stands there twice");
                }
            }
        }
        return new Exclusions(reasons);
    }

    Set<String> tests() {
        return reasons.keySet();
    }

    /** Why this test does not run; empty when it runs. */
    Optional<String> reason(String test) {
        return Optional.ofNullable(reasons.get(test));
    }
}
