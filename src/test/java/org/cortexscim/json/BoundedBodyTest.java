package org.cortexscim.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.cortexscim.scim.ScimException;
import org.junit.jupiter.api.Test;

class BoundedBodyTest {
    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 1000);

    @Test
    void readsABodyThatComesSlowlyButInTime() {
        assertThat(BoundedBody.read(drip("{\"a\": \"bcdef\"}", Duration.ofSeconds(2)), nanoTime::get)
                        .text("a"))
                .hasValue("bcdef");
    }

    @Test
    void givesUpOnABodyThatTakesTooLong() {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> BoundedBody.read(drip("{\"a\": \"bcdef\"}", Duration.ofSeconds(5)), nanoTime::get))
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(408));
    }

    @Test
    void refusesABodyThatIsTooLong_atTheByte() {
        String most = "{\"a\": \"" + "x".repeat(BoundedBody.MAX_BYTES - 9) + "\"}";
        assertThat(most).hasSize(BoundedBody.MAX_BYTES);

        assertThat(BoundedBody.read(bytes(most)).has("a")).isTrue();
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> BoundedBody.read(bytes(most + " ")))
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(413));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** One byte at a time, each after a pause on the test's own clock. */
    private InputStream drip(String text, Duration pause) {
        return new InputStream() {
            private final InputStream all = bytes(text);

            @Override
            public int read() throws IOException {
                return all.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                nanoTime.addAndGet(pause.toNanos());
                return all.read(target, offset, 1);
            }
        };
    }
}
