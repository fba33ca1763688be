package org.cortexscim.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/** Encrypts with AES-GCM, under the key that all nodes share. What is sealed opens only for what it was bound to. */
@ApplicationScoped
public class Seal {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private SealKey key;

    /** The content as a string that is safe in a URL and in a cookie. */
    public String close(String content, byte[] binding) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] text = content.getBytes(StandardCharsets.UTF_8);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, text, binding)
                .orElseThrow(() -> new IllegalStateException("Every Java has AES-GCM."));
        byte[] both = ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
    }

    /** The content; empty when the string was not sealed by this key for this binding. */
    public Optional<String> open(String text, byte[] binding) {
        return decoded(text)
                .filter(bytes -> bytes.length >= NONCE_BYTES + TAG_BITS / Byte.SIZE)
                .flatMap(bytes -> opened(bytes, binding));
    }

    private static Optional<byte[]> decoded(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private Optional<String> opened(byte[] bytes, byte[] binding) {
        byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
        byte[] sealed = Arrays.copyOfRange(bytes, NONCE_BYTES, bytes.length);
        return crypt(Cipher.DECRYPT_MODE, nonce, sealed, binding).map(text -> new String(text, StandardCharsets.UTF_8));
    }

    private Optional<byte[]> crypt(int mode, byte[] nonce, byte[] bytes, byte[] binding) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key.get(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(binding);
            return Optional.of(cipher.doFinal(bytes));
        } catch (GeneralSecurityException notSealedHere) {
            return Optional.empty();
        }
    }
}
