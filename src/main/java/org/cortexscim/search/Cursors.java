package org.cortexscim.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.cortexscim.json.JsonText;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Cursors (RFC 9865): the place where a page begins, sealed with AES-GCM under a key that all nodes share. No node
 * remembers a cursor, so any node can continue a walk, and a cursor's reader learns nothing from it. It is bound to its
 * query: with another filter, order or kind of resource it does not open.
 */
@ApplicationScoped
public class Cursors {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private CursorKey key;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "CURSOR_TIMEOUT", defaultValue = "PT1H")
    private Duration timeout;

    /**
     * The content of a cursor.
     *
     * @param position the resource that the page begins behind; empty for the first page
     * @param backward whether the page is the one before that resource
     */
    record Mark(Optional<Position> position, boolean backward) {
        static final Mark START = new Mark(Optional.empty(), false);
    }

    /** The time for which a cursor can be used after its page was returned. */
    public Duration timeout() {
        return timeout;
    }

    String seal(Scope<?> scope, SearchQuery query, Position position, boolean backward) {
        ScimObject content = ScimObject.of("id", position.id())
                .with("key", position.key() instanceof Long number ? BigDecimal.valueOf(number) : position.key())
                .with("backward", backward)
                .with("count", BigDecimal.valueOf(query.count()))
                .with("issued", BigDecimal.valueOf(clock.millis()));
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] text = JsonText.print(content).getBytes(StandardCharsets.UTF_8);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, text, scope, query)
                .orElseThrow(() -> new IllegalStateException("Every Java has AES-GCM."));
        byte[] both = ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
    }

    /**
     * Reads a cursor; an empty one is the first page.
     *
     * @throws ScimException invalidCursor when it is not a cursor of this query, expiredCursor after the timeout,
     *     invalidCount when the count is not the one of the page before
     */
    Mark open(String text, Scope<?> scope, SearchQuery query) {
        if (text.isEmpty()) {
            return Mark.START;
        }
        ScimObject content = decoded(text)
                .filter(bytes -> bytes.length >= NONCE_BYTES + TAG_BITS / Byte.SIZE)
                .flatMap(bytes -> opened(bytes, scope, query))
                .orElseThrow(
                        () -> ScimException.invalidCursor(
                                "This cursor does not belong to this query. Start again with an empty 'cursor', and keep the other parameters."));
        if (number(content, "issued") + timeout.toMillis() < clock.millis()) {
            throw ScimException.expiredCursor(
                    "This cursor has expired after %d seconds. Start again with an empty 'cursor'."
                            .formatted(timeout.toSeconds()));
        }
        if (number(content, "count") != query.count()) {
            throw ScimException.invalidCount("'count' must be the same on every page that a cursor continues: %d."
                    .formatted(number(content, "count")));
        }
        Position position =
                new Position(key(content.get("key")), content.text("id").orElseThrow());
        return new Mark(Optional.of(position), content.flag("backward").orElse(false));
    }

    private static @Nullable Object key(@Nullable Object key) {
        return key instanceof BigDecimal number ? (Object) number.longValue() : key;
    }

    private static long number(ScimObject content, String name) {
        return content.get(name) instanceof BigDecimal number ? number.longValue() : 0;
    }

    private static Optional<byte[]> decoded(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private Optional<ScimObject> opened(byte[] bytes, Scope<?> scope, SearchQuery query) {
        byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
        byte[] sealed = Arrays.copyOfRange(bytes, NONCE_BYTES, bytes.length);
        return crypt(Cipher.DECRYPT_MODE, nonce, sealed, scope, query)
                .map(text -> JsonText.parseObject(new String(text, StandardCharsets.UTF_8)));
    }

    /** Empty when what is to be opened was not sealed by this key for this query. */
    private Optional<byte[]> crypt(int mode, byte[] nonce, byte[] bytes, Scope<?> scope, SearchQuery query) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key.get(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(binding(scope, query));
            return Optional.of(cipher.doFinal(bytes));
        } catch (GeneralSecurityException notSealedHere) {
            return Optional.empty();
        }
    }

    /** The query that a cursor is bound to. */
    private static byte[] binding(Scope<?> scope, SearchQuery query) {
        String text = scope.names() + "\n" + query.filter() + "\n" + query.sort();
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
