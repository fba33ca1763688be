package org.cortexscim.access.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The secret of an API key: a prefix that can never begin a JWT, 43 random characters of 62 (256 bits), and their CRC-32
 * in 6 of the same characters, the highest digit first. Only its SHA-256 is stored; the secret is too random for
 * anything slower to be needed.
 *
 * <p>A scanner of source code and logs finds leaked secrets by this regular expression, and can tell them from texts
 * that only look so by the CRC-32:
 *
 * <pre>\bcxs_[0-9A-Za-z]{49}\b</pre>
 *
 * <p>A secret that an admin has chosen ({@code BOOTSTRAP_API_KEY}) has any other form.
 */
public final class ApiKeySecret {
    static final String PREFIX = "cxs_";
    /** Of the prefix and 4 random characters, which leave more than 230 bits to guess. */
    public static final int SHOWN_LENGTH = 8;

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM_LENGTH = 43;
    private static final int CHECKSUM_LENGTH = 6;
    private static final int CHECKED_LENGTH = PREFIX.length() + RANDOM_LENGTH + CHECKSUM_LENGTH;

    /** Mistyped and truncated ones too, as long as what is shown of them is a small part. */
    private static final String RECOGNIZED = PREFIX + "[A-Za-z0-9_-]{32,}";

    /** Before there were checksums, secrets were 32 bytes in Base64url. */
    private static final String WITHOUT_CHECKSUM = PREFIX + "[A-Za-z0-9_-]{43}";

    private static final SecureRandom RANDOM = new SecureRandom();

    private ApiKeySecret() {}

    static String generate() {
        StringBuilder random = new StringBuilder();
        for (int i = 0; i < RANDOM_LENGTH; i++) {
            random.append(DIGITS.charAt(RANDOM.nextInt(DIGITS.length())));
        }
        return PREFIX + random + checksum(random.toString());
    }

    /** Tells whether the secret has the prefix of a generated one but is mistyped, truncated or invented. */
    public static boolean isMistyped(String secret) {
        return secret.startsWith(PREFIX) && !isChecked(secret) && !secret.matches(WITHOUT_CHECKSUM);
    }

    /**
     * The beginning of a generated secret, by which an admin recognizes a key that is not valid; empty for any other text,
     * which may be a person's password.
     */
    public static Optional<String> shown(String secret) {
        return secret.matches(RECOGNIZED) ? Optional.of(secret.substring(0, SHOWN_LENGTH)) : Optional.empty();
    }

    private static boolean isChecked(String secret) {
        int end = PREFIX.length() + RANDOM_LENGTH;
        return secret.length() == CHECKED_LENGTH
                && secret.substring(end).equals(checksum(secret.substring(PREFIX.length(), end)));
    }

    private static String checksum(String random) {
        CRC32 crc = new CRC32();
        crc.update(random.getBytes(StandardCharsets.UTF_8));
        StringBuilder digits = new StringBuilder();
        long rest = crc.getValue();
        for (int i = 0; i < CHECKSUM_LENGTH; i++) {
            digits.append(DIGITS.charAt((int) (rest % DIGITS.length())));
            rest /= DIGITS.length();
        }
        return digits.reverse().toString();
    }

    static String generateCid() {
        byte[] bytes = new byte[8];
        RANDOM.nextBytes(bytes);
        return "ak" + HexFormat.of().formatHex(bytes);
    }

    public static String hash(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256.", missing);
        }
    }

    /** Compares two hashes in a time that does not tell where they differ. */
    static boolean isSame(String hash, String other) {
        return MessageDigest.isEqual(
                hash.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    static String last4(String secret) {
        return secret.substring(secret.length() - 4);
    }
}
