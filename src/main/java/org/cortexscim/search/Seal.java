package org.cortexscim.search;

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
import org.cortexscim.json.JsonText;
import org.cortexscim.scim.ScimObject;

/** Encrypts with AES-GCM, under the key that all nodes share. What is sealed opens only for what it was bound to. */
@ApplicationScoped
class Seal {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private CursorKey key;

    /** The object as text that is safe in a URL. */
    String close(ScimObject content, byte[] binding) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] text = JsonText.print(content).getBytes(StandardCharsets.UTF_8);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, text, binding)
                .orElseThrow(() -> new IllegalStateException("Every Java has AES-GCM."));
        byte[] both = ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
    }

    /** The object; empty when the text was not sealed by this key for this binding. */
    Optional<ScimObject> open(String text, byte[] binding) {
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

    private Optional<ScimObject> opened(byte[] bytes, byte[] binding) {
        byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
        byte[] sealed = Arrays.copyOfRange(bytes, NONCE_BYTES, bytes.length);
        return crypt(Cipher.DECRYPT_MODE, nonce, sealed, binding)
                .map(text -> JsonText.parseObject(new String(text, StandardCharsets.UTF_8)));
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
