package org.cortexscim.search.sql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A search key that fits into an index of every database: at most 2,000 bytes of UTF-8. A longer one (a certificate, a
 * very long URL) keeps its first 400 characters and a digest of the whole, so that it is still found by {@code eq}.
 */
public final class BoundedKey {
    private static final int MAX_BYTES = 2000;
    private static final int KEPT = 400;

    private BoundedKey() {}

    public static String of(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= MAX_BYTES
                ? key
                : key.substring(0, KEPT) + "#" + HexFormat.of().formatHex(digest(bytes));
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256.", missing);
        }
    }
}
