package org.cortexscim.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.cortexscim.scim.ScimException;
import org.junit.jupiter.api.Test;

class IncomingBodyTest {
    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 1000);
    private final AtomicInteger givenBack = new AtomicInteger();

    @Test
    void readsABodyThatComesSlowlyButInTime() {
        assertThat(read(drip(10, Duration.ofSeconds(1)), -1)).hasSize(10);
    }

    @Test
    void givesUpOnABodyThatTakesTooLong() {
        assertRefused(408, drip(11, Duration.ofSeconds(1)), 11);
    }

    @Test
    void takesTheServersTimeoutForSlowness() {
        assertRefused(408, breaking(Duration.ofSeconds(3), new SocketTimeoutException()), 10);
        assertRefused(408, breaking(Duration.ofSeconds(3), new IOException(new SocketTimeoutException())), 10);
        assertRefused(408, breaking(Duration.ofMillis(9_500), new IOException()), 10);
    }

    @Test
    void refusesABodyThatEndsTooEarly() {
        assertRefused(400, breaking(Duration.ofSeconds(3), new IOException()), 10);
    }

    @Test
    void refusesABodyThatIsTooLong_atTheByte() {
        assertThat(read(bytes(IncomingBody.MAX_BYTES), -1)).hasSize(IncomingBody.MAX_BYTES);
        assertRefused(413, bytes(IncomingBody.MAX_BYTES + 1), -1);
    }

    @Test
    void refusesABodyThatIsAnnouncedTooLong_unread() throws IOException {
        InputStream body = bytes(10);

        assertRefused(413, body, IncomingBody.MAX_BYTES + 1L);

        assertThat(body.available()).isEqualTo(10);
    }

    @Test
    void givesTheCallersShareBack_whateverHappens() {
        assertRefused(413, bytes(10), Long.MAX_VALUE);
        read(bytes(10), 10);

        assertThat(givenBack).hasValue(2);
    }

    private void assertRefused(int status, InputStream body, long announced) {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> read(body, announced))
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(status));
    }

    private byte[] read(InputStream stream, long announced) {
        try (IncomingBody body =
                new IncomingBody(bytes -> {}, givenBack::incrementAndGet, Duration.ofSeconds(10), nanoTime::get)) {
            return body.read(stream, announced);
        }
    }

    private static InputStream bytes(int size) {
        return new ByteArrayInputStream(new byte[size]);
    }

    /** Nothing but an exception after a time. */
    private InputStream breaking(Duration time, IOException failure) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                nanoTime.addAndGet(time.toNanos());
                throw failure;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return read();
            }
        };
    }

    /** One byte at a time, each after a pause on the test's own clock. */
    private InputStream drip(int size, Duration pause) {
        return new InputStream() {
            private final InputStream all = bytes(size);

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
